import Display
import Tensors

extension Model {
    /// The layers as data for a report; stops the cell where their shapes are not known yet.
    var summaryOutput: ModelSummary {
        guard let graph else {
            misuse("\(name): summary() needs the shape of the input: give the first layer an inputShape")
        }
        let layers = graph.nodes.dropFirst()
        let trainable = layers.filter(\.isTrainable).reduce(0) { $0 + $1.parameterCount }
        return ModelSummary(
            modelName: name, rows: layers.map(\.summaryRow), trainableCount: trainable,
            nonTrainableCount: layers.reduce(0) { $0 + $1.parameterCount } - trainable)
    }
}

extension Node {
    fileprivate var summaryRow: ModelSummary.Row {
        ModelSummary.Row(
            name: name, kind: type(of: layer).kind, outputShape: [nil] + outputShape.sizes.map { $0 },
            parameterCount: parameterCount)
    }
}
