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

    func describe(in key: inout TrainingKey) {
        key.add("samples", samples, 0..<count)
        key.add("batchSize", batchSize)
        key.add("shuffles", shuffles)
    }

    func passOver(_ count: Int) {
        guard count % batchesPerPass > 0 else { return }
        // The pass under way is the last that the model has counted.
        positions = order(ofPass: model.epochCount - 1)
        start = count % batchesPerPass * batchSize
    }

    private func beginPass() {
        start = 0
        if shuffles || positions.isEmpty { positions = order(ofPass: model.epochCount) }
        model.epochCount += 1
    }

    /// The order in which a pass shows the samples.
    private func order(ofPass pass: Int) -> [Int32] {
        guard shuffles else { return (0..<count).map(Int32.init) }
        var generator = model.generator.named("order", pass)
        return generator.permutation(count).map(Int32.init)
    }
}
