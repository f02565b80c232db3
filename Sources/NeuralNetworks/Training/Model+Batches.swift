import Tensors

extension Model {
    /// Trains the model for one step, with these samples as its batch.
    ///
    ///     for _ in 0..<100 {
    ///         model.trainOnBatch(x, y)
    ///     }
    ///
    /// - Returns: loss and metrics of the batch, before the step.
    @discardableResult
    public func trainOnBatch(
        _ x: Tensor, _ y: Tensor, sampleWeight: Tensor? = nil, classWeight: [Int: Double]? = nil
    ) -> Evaluation {
        let compilation = compiled(for: "trainOnBatch")
        let graph = self.graph(for: x, in: "trainOnBatch")
        let targets = compilation.targets(of: graph)
        let weights = SampleWeights(
            classWeight: classWeight, sampleWeight: sampleWeight, sampleCount: x.shape[0], model: name)
        prepareSlots(of: graph)
        compilation.startTally(for: graph)
        targets.withSamples(x, y, model: name) { samples in
            weights.weighing(samples, targets) { samples in
                let plan = plans.plan(
                    for: graph, purpose: .training, batchSize: samples.count, loss: compilation.loss,
                    context: compilation.context)
                (0..<samples.count).map(Int32.init).withUnsafeBufferPointer { plan.load(samples, at: $0) }
                compilation.context.step += 1
                plan.run()
            }
        }
        return Evaluation(metrics: compilation.context.tally.results)
    }

    /// Measures the model on one batch without training it.
    public func testOnBatch(_ x: Tensor, _ y: Tensor, sampleWeight: Tensor? = nil) -> Evaluation {
        evaluate(x, y, batchSize: x.shape.sizes.first, sampleWeight: sampleWeight)
    }
}
