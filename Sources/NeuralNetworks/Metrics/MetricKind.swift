/// A number that tells how well a model does, beside its loss.
///
///     model.compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
public struct MetricKind: Sendable {
    /// Keras's name for it, such as `accuracy`.
    public let name: String
    /// Starts a count over an epoch or an evaluation.
    let start: @Sendable () -> any MetricCount

    init(name: String, start: @escaping @Sendable () -> any MetricCount) {
        self.name = name
        self.start = start
    }
}

/// A metric over the batches seen so far.
protocol MetricCount: AnyObject {
    func add(_ batch: LossBatch, targets: TargetKind)
    var result: Double { get }
}
