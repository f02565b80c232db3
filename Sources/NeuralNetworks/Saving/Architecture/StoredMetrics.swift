internal import JSONCoding

/// Metrics as they stand in a file: their names; top-k with its k.
enum StoredMetrics {
    private static let known: [MetricKind] = [
        .accuracy, .binaryAccuracy, .auc, .precision, .recall, .meanAbsoluteError, .mae, .meanSquaredError, .mse,
    ]

    /// Nil for a metric that is not of this library.
    static func json(_ metric: MetricKind) -> JSON? {
        if let k = metric.count { return ["name": .string(metric.name), "k": .integer(k)] }
        return known.contains { $0.name == metric.name } ? ["name": .string(metric.name)] : nil
    }

    static func metric(_ stored: StoredArguments) throws(ModelFileError) -> MetricKind {
        let name = try stored.string("name")
        if let metric = known.first(where: { $0.name == name }) { return metric }
        guard name == MetricKind.topK().name else { throw stored.invalid("name", "a metric's name") }
        return .topK(try stored.count("k"))
    }
}
