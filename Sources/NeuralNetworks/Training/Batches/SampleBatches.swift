import Tensors

/// Batches of samples that are at hand, each pass in a new order where that is asked for.
final class SampleBatches: BatchSource {
    private let model: Model
    private let samples: Samples
    /// How many samples there are: the first ones.
    private let count: Int
    private let shuffles: Bool
    let batchSize: Int

    private var positions: [Int32] = []
    private var start = 0

    init(_ samples: Samples, count: Int, batchSize: Int, shuffles: Bool, model: Model) {
        self.samples = samples
        self.count = count
        self.batchSize = min(batchSize, count)
        self.shuffles = shuffles
        self.model = model
    }

    var batchesPerPass: Int { (count + batchSize - 1) / batchSize }

    var nextBatchSize: Int { min(batchSize, count - (start < positions.count ? start : 0)) }

    func loadNext(into plan: Plan) {
        if start >= positions.count { beginPass() }
        let batch = start..<min(start + batchSize, count)
        positions.withUnsafeBufferPointer { plan.load(samples, at: UnsafeBufferPointer(rebasing: $0[batch])) }
        start = batch.upperBound
    }

    func finish() {}

    /// Puts the samples into the order in which this pass shows them.
    private func beginPass() {
        start = 0
        if shuffles {
            var generator = model.generator.named("order", model.epochCount)
            positions = generator.permutation(count).map(Int32.init)
        } else if positions.isEmpty {
            positions = (0..<count).map(Int32.init)
        }
        model.epochCount += 1
    }
}
