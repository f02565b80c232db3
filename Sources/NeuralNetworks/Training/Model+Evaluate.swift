import Display
import Tensors

extension Model {
    /// Measures the model on samples without training it.
    ///
    ///     model.evaluate(testX, testY)   // [0.5012, 0.887]
    ///
    /// - Parameters:
    ///   - batchSize: how many samples go through the model together; it changes nothing but the time that it takes.
    ///   - sampleWeight: how much each sample counts in the loss.
    /// - Returns: the loss, then the metrics that the model was compiled with.
    public func evaluate(
        _ x: Tensor, _ y: Tensor, batchSize: Int? = nil, sampleWeight: Tensor? = nil
    ) -> Evaluation {
        let compilation = compiled(for: "evaluate")
        let graph = self.graph(for: x, in: "evaluate")
        let targets = compilation.targets(of: graph)
        let weights = SampleWeights(
            classWeight: nil, sampleWeight: sampleWeight, sampleCount: x.shape[0], model: name)
        return targets.withSamples(x, y, model: name) { samples in
            weights.weighing(samples, targets) { samples in
                let measure = { self.measure(graph, samples, 0..<samples.count, batchSize: batchSize) }
                let memo = EvaluationMemo(
                    graph, compilation, samples, batchSize: checked(batchSize, samples.count), in: .ofSession)
                return Evaluation(
                    metrics: memo?.metrics(of: self, samples: samples.count, measure: measure) ?? measure())
            }
        }
    }

    /// Measures the model on changed images, as many batches as show every image once unless `steps` says otherwise.
    public func evaluate(_ flow: ImageFlow, steps: Int? = nil) -> Evaluation {
        let steps = steps ?? flow.batchesPerEpoch
        demand(steps >= 1, "\(name): steps must be at least 1, but is \(steps)")
        demand(flow.labels != nil, "\(name): evaluate needs labels, but the flow was made without y")
        let compilation = compiled(for: "evaluate")
        let graph = self.graph(for: flow.images, in: "evaluate")
        let targets = compilation.targets(of: graph)
        compilation.startTally(for: graph)
        for _ in 0..<steps {
            let batch = flow.next()
            targets.withSamples(batch.images, batch.labels, model: name) { samples in
                forEachBatch(
                    graph, samples, 0..<samples.count, batchSize: flow.batchSize, loss: compilation.loss
                ) { _, _ in }
            }
        }
        return Evaluation(metrics: compilation.context.tally.results)
    }

    /// What the model makes of samples.
    ///
    ///     let probabilities = model.predict(testX)   // shape (10000, 10)
    ///
    /// - Parameter batchSize: how many samples go through the model together; it changes nothing but the time.
    public func predict(_ x: Tensor, batchSize: Int? = nil) -> Tensor {
        let graph = self.graph(for: x, in: "predict")
        let count = x.shape[0]
        return x.withFloats { inputs in
            let samples = Samples(count: count, inputs: inputs, targets: .none)
            let width = graph.outputShape.count
            return Tensor(
                shape: Shape([count] + graph.outputShape.sizes),
                fillingFloats: { results in
                    forEachBatch(graph, samples, 0..<count, batchSize: checked(batchSize, count), loss: nil) {
                        batch, predictions in
                        let floats = batch.lowerBound * width..<batch.upperBound * width
                        _ = results[floats].update(fromContentsOf: predictions.prefix(floats.count))
                    }
                })
        }
    }

    /// Loss and metrics over a range of samples.
    func measure(_ graph: Graph, _ samples: Samples, _ range: Range<Int>, batchSize: Int? = nil) -> [Metric] {
        let compilation = compiled(for: "evaluate")
        compilation.startTally(for: graph)
        forEachBatch(
            graph, samples, range, batchSize: checked(batchSize, range.count), loss: compilation.loss
        ) { _, _ in }
        return compilation.context.tally.results
    }

    /// Runs the model over a range of samples, a batch at a time.
    private func forEachBatch(
        _ graph: Graph, _ samples: Samples, _ range: Range<Int>, batchSize: Int, loss: (any Loss)?,
        _ body: (Range<Int>, UnsafeBufferPointer<Float>) -> Void
    ) {
        let plan = plans.plan(
            for: graph, purpose: .inference, batchSize: batchSize, loss: loss, context: contextForInference)
        plan.prepare()
        let positions = range.map(Int32.init)
        positions.withUnsafeBufferPointer { positions in
            for start in stride(from: 0, to: positions.count, by: batchSize) {
                let batch = start..<min(start + batchSize, positions.count)
                plan.load(samples, at: UnsafeBufferPointer(rebasing: positions[batch]))
                plan.run()
                plan.withPredictions { body(batch, $0) }
            }
        }
    }

    /// The author's batch size, or one that is large enough that a dense layer's weights are not read too often, and small
    /// enough for the caches; no more than there are samples.
    private func checked(_ batchSize: Int?, _ sampleCount: Int) -> Int {
        let size = batchSize ?? 64
        demand(size >= 1, "\(name): batchSize must be at least 1, but is \(size)")
        return min(size, sampleCount)
    }
}
