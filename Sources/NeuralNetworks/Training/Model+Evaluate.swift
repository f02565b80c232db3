import Display
import Tensors

extension Model {
    /// Measures the model on samples without training it.
    ///
    ///     model.evaluate(testX, testY)   // [0.5012, 0.887]
    ///
    /// - Returns: the loss, then the metrics that the model was compiled with.
    public func evaluate(_ x: Tensor, _ y: Tensor) -> Evaluation {
        let compilation = compiled(for: "evaluate")
        let graph = self.graph(for: x, in: "evaluate")
        let targets = compilation.loss._targetKind(outputShape: graph.outputShape)
        return targets.withSamples(x, y, model: name) { samples in
            Evaluation(metrics: measure(graph, samples, 0..<samples.count))
        }
    }

    /// What the model makes of samples.
    ///
    ///     let probabilities = model.predict(testX)   // shape (10000, 10)
    public func predict(_ x: Tensor) -> Tensor {
        let graph = self.graph(for: x, in: "predict")
        let count = x.shape[0]
        return x.withFloats { inputs in
            let samples = Samples(count: count, inputs: inputs, targets: .none)
            let width = graph.outputShape.count
            return Tensor(
                shape: Shape([count] + graph.outputShape.sizes),
                fillingFloats: { results in
                    forEachBatch(graph, samples, 0..<count, loss: nil) { batch, predictions in
                        let floats = batch.lowerBound * width..<batch.upperBound * width
                        _ = results[floats].update(fromContentsOf: predictions.prefix(floats.count))
                    }
                })
        }
    }

    /// Loss and metrics over a range of samples.
    func measure(_ graph: Graph, _ samples: Samples, _ range: Range<Int>) -> [Metric] {
        let compilation = compiled(for: "evaluate")
        compilation.startTally(for: graph)
        forEachBatch(graph, samples, range, loss: compilation.loss) { _, _ in }
        return compilation.context.tally.results
    }

    /// Runs the model over a range of samples, a batch at a time.
    private func forEachBatch(
        _ graph: Graph, _ samples: Samples, _ range: Range<Int>, loss: (any Loss)?,
        _ body: (Range<Int>, UnsafeBufferPointer<Float>) -> Void
    ) {
        let batchSize = min(Self.inferenceBatchSize, range.count)
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

    /// Large enough that a dense layer's weights are not read too often, small enough for the caches.
    private static let inferenceBatchSize = 64
}
