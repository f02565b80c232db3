import Display

/// The layers of a model, as a summary lists them.
///
///     for layer in model.layers { print(layer.name, layer.outputShape) }
///     for layer in model.layers.prefix(4) { layer.isTrainable = false }
public struct LayerHandles: RandomAccessCollection {
    let modelName: String
    let nodes: [Node]

    public var startIndex: Int { 0 }
    public var endIndex: Int { nodes.count }
    public var names: [String] { nodes.map(\.name) }

    /// The layer at this position; stops the cell where there is none.
    public subscript(position: Int) -> LayerHandle {
        demand(
            nodes.indices.contains(position),
            "\(modelName): there is no layer \(position); it has the layers 0 to \(nodes.count - 1)")
        return LayerHandle(node: nodes[position])
    }

    /// The layer of this name; stops the cell where there is none.
    public subscript(name: String) -> LayerHandle {
        guard let node = nodes.first(where: { $0.name == name }) else {
            misuse("\(modelName): there is no layer \"\(name)\"\(Suggestion.text(for: name, among: names))")
        }
        return LayerHandle(node: node)
    }
}

extension LayerHandles: CustomStringConvertible {
    /// A line a layer.
    public var description: String { map(\.description).joined(separator: "\n") }
}
