import Tensors

extension Model {
    /// Writes the whole model to a file of the safetensors format: layers, numbers, and how it was compiled and trained.
    ///
    ///     try model.save("model.safetensors")
    ///     let same = try Sequential.load("model.safetensors")
    ///
    /// The tensors are those of `saveWeights`; what the optimizer remembers stands beside them, and the description of the
    /// layers, in JSON, in the metadata. An earlier file is kept until the new one is complete.
    public func save(_ path: String) throws(ModelFileError) {
        let graph = builtGraph(for: "save")
        let description = try ModelDescription.json(of: self, graph)
        var file = file(of: graph, metadata: [ModelDescription.metadataKey: description.text])
        for node in graph.nodes {
            for parameter in node.parameters {
                for (number, slot) in parameter.slotValues.enumerated() {
                    file[Self.slotName(number, of: parameter, in: node)] = slot
                }
            }
        }
        try file.writeModel(to: path)
    }

    /// Reads a model that `save` wrote; it can be used, and trained on, as if it had never been away.
    ///
    ///     let model = try Model.load("model.safetensors")
    public static func load(_ path: String) throws(ModelFileError) -> Self {
        let model = try StoredModel(path: path).model()
        guard let own = model as? Self else { throw .notSequential(path: path, model: model.name) }
        return own
    }

    /// The name of what the optimizer remembers of a parameter.
    static func slotName(_ number: Int, of parameter: Parameter, in node: Node) -> String {
        "\(WeightNames.optimizerPrefix)\(node.name)/\(parameter.name)/\(number)"
    }
}
