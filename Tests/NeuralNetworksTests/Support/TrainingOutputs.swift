import Tensors

@testable import NeuralNetworks

/// What a model gives for a batch while it learns, step by step, with what only a training does, such as dropout.
func trainingOutputs(of model: Sequential, _ x: Tensor, steps: Int = 1) -> [[Float]] {
    let graph = model.graph(for: x, in: "training")
    let context = StepContext(optimizer: .sgd, generator: model.generator)
    let plan = Plan(graph, purpose: .training, batchSize: x.shape[0], loss: nil, context: context)
    return x.withFloats { inputs in
        let samples = Samples(count: x.shape[0], inputs: inputs, targets: .none)
        (0..<x.shape[0]).map(Int32.init).withUnsafeBufferPointer { plan.load(samples, at: $0) }
        return (0..<steps).map { _ in
            context.step += 1
            plan.run()
            return plan.withPredictions { Array($0) }
        }
    }
}
