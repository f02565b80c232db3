import Tensors

/// Batches of a flow, each made on another thread while the one before it trains.
final class FlowBatches: BatchSource {
    private let flow: ImageFlow
    private let targets: TargetKind
    private let weights: SampleWeights
    private let model: String
    /// How many batches are left to take, at most.
    private var count: Int
    private var preparation: FlowPreparation?
    /// The number of the next batch. The flow itself may stand elsewhere: callbacks take batches of it, too.
    private lazy var nextNumber = flow.nextBatchNumber
    private let identity: [Int32]

    /// - Parameter count: how many batches will be taken, at most.
    init(_ flow: ImageFlow, count: Int, targets: TargetKind, weights: SampleWeights, model: String) {
        self.flow = flow
        self.targets = targets
        self.weights = weights
        self.model = model
        identity = (0..<Int32(flow.batchSize)).map { $0 }
        self.count = count
    }

    var batchesPerPass: Int { flow.batchesPerEpoch }
    var batchSize: Int { min(flow.batchSize, flow.images.shape[0]) }
    var nextBatchSize: Int {
        min(batchSize, flow.images.shape[0] - nextNumber % batchesPerPass * flow.batchSize)
    }

    func loadNext(into plan: Plan) {
        let batch = prepared().next()
        nextNumber += 1
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

    /// The thread that makes the batches; it starts with the first one that is asked for.
    private func prepared() -> FlowPreparation {
        if let preparation { return preparation }
        let started = FlowPreparation(flow, batches: nextNumber..<nextNumber + count)
        preparation = started
        return started
    }

    func finish() { preparation?.finish() }

    func describe(in key: inout TrainingKey) {
        // The generator is hashable: what it has in words is all that it is.
        key.add("changes", String(describing: flow.generator))
        key.add("images", flow.images)
        if let labels = flow.labels { key.add("labels", labels) }
        key.add("batchSize", flow.batchSize)
        key.add("shuffles", flow.isShuffled)
        key.add("flow", flow.random)
        key.add("nextBatch", flow.nextBatchNumber)
        key.add("weights", weights.description)
    }

    func passOver(_ count: Int) {
        self.count -= count
        flow.passOver(count)
    }
}
