import Display
import Tensors

extension Model {
    /// The layers as data for a report; stops the cell where their shapes are not known yet.
    var summaryOutput: ModelSummary {
        let layers = builtNodes(for: "summary()")
        let trainable = layers.flatMap(\.trainableParameters).reduce(0) { $0 + $1.shape.count }
        let showsConnections = graph?.isChain == false
        return ModelSummary(
            modelName: name, rows: layers.map { $0.summaryRow(showsConnections: showsConnections) },
            trainableCount: trainable, nonTrainableCount: layers.reduce(0) { $0 + $1.parameterCount } - trainable)
    }

    /// The layers that a summary lists; stops the cell where their shapes are not known yet.
    func builtNodes(for method: String) -> ArraySlice<Node> {
        demand(graph != nil, "\(name): \(method) needs the shape of the input: give the first layer an inputShape")
        return listedNodes
    }
}

extension Node {
    fileprivate func summaryRow(showsConnections: Bool) -> ModelSummary.Row {
        ModelSummary.Row(
            name: name, kind: type(of: layer).kind, outputShape: [nil] + outputShape.sizes.map { $0 },
            parameterCount: parameterCount,
            // A node of a layer, and one of its results: there is only one of each.
            connections: showsConnections ? sources.map { "\($0.name)[0][0]" } : [])
    }
}
