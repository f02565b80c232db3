import Tensors

extension Model {
    /// Trains for an epoch of whole batches, and notes how long each command of a step takes.
    package func fit(_ x: Tensor, _ y: Tensor, batchSize: Int = 32, profile: Profile) {
        let compilation = compiled(for: "fit")
        let graph = self.graph(for: x, in: "fit")
        prepareSlots(of: graph)
        compilation.loss._targetKind(outputShape: graph.outputShape).withSamples(x, y, model: name) { samples in
            let plan = plans.plan(
                for: graph, purpose: .training, batchSize: batchSize, loss: compilation.loss,
                context: compilation.context)
            let positions = (0..<samples.count).map(Int32.init)
            for start in stride(from: 0, through: samples.count - batchSize, by: batchSize) {
                positions[start..<start + batchSize].withUnsafeBufferPointer { plan.load(samples, at: $0) }
                compilation.context.step += 1
                plan.run(profile: profile)
            }
        }
    }
}
