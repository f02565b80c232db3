import Display

/// Loss and metrics of each epoch of a fit.
///
///     let history = model.fit(trainX, trainY, epochs: 25, validationSplit: 0.25)
///     history["val_loss"].min()
///     LinePlot(history.epochs, history["val_loss"])   // from epoch 1 on, as the log has them
///
/// An epoch whose value is NaN has it here as well: leave it out, by `filter { !$0.isNaN }`, where values are compared.
public struct History: Sendable {
    /// The numbers of the epochs, from one as in the log (Keras's own `history.epoch` counts from zero).
    public internal(set) var epochs: [Int] = []
    /// What was measured, in order: `loss`, the metrics, and each of them again as `val_…` if there was a validation.
    public private(set) var names: [String] = []
    private var values: [String: [Double]] = [:]
    /// The cell in which its epochs were shown while they were trained; nil where they were not.
    var shownIn: RunningCell?

    /// One value an epoch; stops the cell for a name that was not measured.
    public subscript(name: String) -> [Double] {
        guard let values = values[name] else {
            let known = names.map { "\"\($0)\"" }.joined(separator: ", ")
            misuse("history has no \"\(name)\"; \(known.isEmpty ? "it is empty" : "it has \(known)")")
        }
        return values
    }

    mutating func append(epoch: Int, _ metrics: [Metric]) {
        epochs.append(epoch)
        for metric in metrics {
            if values[metric.name] == nil { names.append(metric.name) }
            values[metric.name, default: []].append(metric.value)
        }
    }
}

extension History: Displayable, CustomStringConvertible {
    /// The last epoch in a line.
    public var description: String {
        guard let last = epochs.last else { return "History of no epoch" }
        let metrics = names.map { Metric(name: $0, value: values[$0]!.last!).plainText }
        return "History of \(epochs.count) epoch\(epochs.count == 1 ? "" : "s"); epoch \(last): "
            + metrics.joined(separator: " - ")
    }

    public var output: Output { .text(description) }

    /// `model.fit(…)` as a cell's last expression has shown every epoch.
    public var isShownAlready: Bool { !epochs.isEmpty && shownIn == RunningCell.current }
}
