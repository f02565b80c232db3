import Display
import Tensors

extension Model {
    /// What each layer makes of one image, or of a batch of them, channels last.
    ///
    ///     model.activations(of: testX[0])["conv2d"]     // (26, 26, 32)
    ///     model.activations(of: testX[0..<8])["conv2d"] // (8, 26, 26, 32)
    ///
    /// As in `predict`, dropout changes nothing. All results are in memory at once, so a few images are enough to ask for.
    public func activations(of x: Tensor) -> Activations {
        if graph?.inputShape == x.shape {
            let batch = activations(of: x.reshaped(Shape([1] + x.shape.sizes)))
            let members = batch.members.map {
                ($0.name, $0.tensor.reshaped(Shape(Array($0.tensor.shape.sizes.dropFirst()))))
            }
            return Activations(modelName: name, members: members)
        }
        let graph = self.graph(for: x, in: "activations")
        let plan = ActivationPlan(graph, batchSize: x.shape[0], context: contextForInference)
        return Activations(modelName: name, members: x.withFloats { plan.run($0) })
    }
}
