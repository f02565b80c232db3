import Tensors

/// Batches of a flow, each made on another thread while the one before it trains.
final class FlowBatches: BatchSource {
    private let flow: ImageFlow
    private let targets: TargetKind
    private let weights: SampleWeights
    private let model: String
    private let preparation: FlowPreparation
    private let identity: [Int32]

    /// - Parameter count: how many batches will be taken at most.
    init(_ flow: ImageFlow, count: Int, targets: TargetKind, weights: SampleWeights, model: String) {
        self.flow = flow
        self.targets = targets
        self.weights = weights
        self.model = model
        identity = (0..<Int32(flow.batchSize)).map { $0 }
        preparation = FlowPreparation(flow, batches: flow.nextBatchNumber..<flow.nextBatchNumber + count)
    }

    var batchesPerPass: Int { flow.batchesPerEpoch }
    var batchSize: Int { min(flow.batchSize, flow.images.shape[0]) }
    var nextBatchSize: Int {
        min(batchSize, flow.images.shape[0] - flow.nextBatchNumber % batchesPerPass * flow.batchSize)
    }

    func loadNext(into plan: Plan) {
        let batch = preparation.next()
        // The flow moves on when a batch is used, not when it is made: where it stands after a fit is no matter of time.
        flow.passOver()
        targets.withSamples(batch.images, batch.labels, model: model) { samples in
            weights.weighing(samples, targets) { samples in
                identity.withUnsafeBufferPointer {
                    plan.load(samples, at: UnsafeBufferPointer(rebasing: $0.prefix(samples.count)))
                }
            }
        }
    }

    func finish() { preparation.finish() }
}
