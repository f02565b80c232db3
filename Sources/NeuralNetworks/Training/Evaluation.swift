import Display

/// What `evaluate` measured: the loss, then the metrics.
///
///     let result = model.evaluate(testX, testY)   // [0.5012, 0.887]
///     result[1]                                   // 0.887
///     result["accuracy"]                          // 0.887
public struct Evaluation: RandomAccessCollection, Sendable {
    let metrics: [Metric]

    public var startIndex: Int { 0 }
    public var endIndex: Int { metrics.count }
    public var names: [String] { metrics.map(\.name) }

    public subscript(position: Int) -> Double { metrics[position].value }

    /// The value of this name; stops the cell for one that was not measured.
    public subscript(name: String) -> Double {
        guard let metric = metrics.first(where: { $0.name == name }) else {
            misuse("the evaluation has no \"\(name)\"; it has \(names.map { "\"\($0)\"" }.joined(separator: ", "))")
        }
        return metric.value
    }
}

extension Evaluation: Displayable, CustomStringConvertible {
    /// `[0.5012, 0.887]`: four decimals, without zeros at the end.
    public var description: String {
        let numbers = metrics.map { metric in
            metric.value.isFinite
                ? NumberText.short((metric.value * 10_000).rounded() / 10_000) : NumberText.metric(metric.value)
        }
        return "[\(numbers.joined(separator: ", "))]"
    }

    public var output: Output { .metrics(metrics) }
}
