import Display
import Tensors

extension Graph {
    /// The layers between an input and an output; stops the cell where they do not make a model.
    init(from input: Node, to output: Node, model: String, generator: RandomGenerator) {
        demand(input.isInput, "\(model): inputs must be an Input, but is what \(input.name) gives")
        demand(output !== input, "\(model): outputs must be what a layer gives, but is the input itself")
        let nodes = GraphOrder(to: output).nodes
        Self.demandOnly(input, among: nodes.filter(\.isInput), output: output, model: model)
        Self.demandDifferentNames(nodes, model: model)
        self.init(input: input, generator: generator)
        for node in nodes where node !== input { append(node) }
    }

    private static func demandOnly(_ input: Node, among inputs: [Node], output: Node, model: String) {
        let names = inputs.map(\.name).joined(separator: " and ")
        demand(
            inputs.contains { $0 === input },
            "\(model): \(output.name) is not made from \(input.name), but from \(names)")
        demand(inputs.count == 1, "\(model): a model has one input, but \(output.name) is made from \(names)")
    }

    private static func demandDifferentNames(_ nodes: [Node], model: String) {
        var names: Set<String> = []
        for node in nodes {
            demand(names.insert(node.name).inserted, "\(model): two layers are called \"\(node.name)\"")
        }
    }
}
