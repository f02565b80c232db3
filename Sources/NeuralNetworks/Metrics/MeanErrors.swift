extension MetricKind {
    /// The mean of |prediction − target|.
    public static let meanAbsoluteError = meanError("mean_absolute_error") { abs($0) }
    /// `meanAbsoluteError`, under its short name.
    public static let mae = meanError("mae") { abs($0) }
    /// The mean of (prediction − target)².
    public static let meanSquaredError = meanError("mean_squared_error") { $0 * $0 }
    /// `meanSquaredError`, under its short name.
    public static let mse = meanError("mse") { $0 * $0 }

    private static func meanError(_ name: String, _ measure: @escaping @Sendable (Float) -> Float) -> MetricKind {
        MetricKind(name: name, isBetterLarge: false) { comparison in
            comparison.targets.demandNumbers(for: name)
            return MeanError(name: name, measure)
        }
    }
}

private final class MeanError: MetricCount {
    let name: String
    private let measure: (Float) -> Float
    private var sum = 0.0
    private var count = 0

    init(name: String, _ measure: @escaping (Float) -> Float) {
        self.name = name
        self.measure = measure
    }

    var result: Double { count == 0 ? 0 : sum / Double(count) }

    func add(_ batch: LossBatch) {
        batch.forEachNumber { prediction, target in sum += Double(measure(prediction - target)) }
        count += batch.rows * batch.width
    }
}
