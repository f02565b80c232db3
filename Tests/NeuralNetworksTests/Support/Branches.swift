import Tensors

@testable import NeuralNetworks

extension Model {
    /// A model of layers that the body puts behind its input.
    static func branching(
        inputShape: Shape, seed: UInt64 = 5, _ layers: (SymbolicTensor) -> SymbolicTensor
    ) -> Model {
        let input = Node(inputOf: inputShape, named: "input")
        let output = LayerNames.$session.withValue(LayerNames()) { layers(SymbolicTensor(input)) }
        let generator = RandomGenerator(seed: seed)
        let graph = Graph(from: input, to: output.node, model: "model", generator: generator)
        return Model(graph, name: "model", generator: generator)
    }
}
