import Tensors

extension Model {
    /// Writes the numbers of all layers to a file of the safetensors format, which Python reads too.
    ///
    ///     try model.saveWeights("weights.safetensors")
    ///
    /// The tensors have Keras's names and shapes: `conv2d/kernel` is (height, width, channels, filters). A relative path
    /// starts at the folder of the process.
    public func saveWeights(_ path: String) throws(ModelFileError) {
        try file(of: builtGraph(for: "saveWeights"), metadata: [:]).writeModel(to: path)
    }

    /// Reads the numbers of all layers from a file that `saveWeights` or `save` wrote, or that Keras's weights were
    /// exported to.
    ///
    ///     try model.loadWeights("weights.safetensors")
    ///
    /// Layers are found by their names; where these differ only in their numbers, the first of a kind is the first of that
    /// kind. Nothing is changed unless all that the model needs is there, and in the right shapes.
    public func loadWeights(_ path: String) throws(ModelFileError) {
        let graph = builtGraph(for: "loadWeights")
        try assign(SafetensorsFile(modelAt: path), to: graph, path: path)
    }

    /// The numbers of a graph's layers as named tensors.
    func file(of graph: Graph, metadata: [String: String]) -> SafetensorsFile {
        var file = SafetensorsFile(metadata: metadata)
        for node in graph.nodes {
            for parameter in node.parameters { file["\(node.name)/\(parameter.name)"] = parameter.value }
        }
        return file
    }

    /// Gives a graph's layers the numbers of a file; all or none.
    func assign(_ file: SafetensorsFile, to graph: Graph, path: String) throws(ModelFileError) {
        let nodes = graph.nodes.filter { !$0.parameters.isEmpty }
        let names = WeightNames(layers: nodes.map(\.name), tensors: file.names)
        var used: Set<String> = []
        var values: [(Parameter, Tensor)] = []
        for node in nodes {
            for parameter in node.parameters {
                let name = names.tensor(parameter.name, of: node.name)
                values.append((parameter, try file.tensor(name, of: parameter.shape, model: self.name, path: path)))
                used.insert(name)
            }
        }
        let isSurplus = { (name: String) in !name.hasPrefix(WeightNames.optimizerPrefix) && !used.contains(name) }
        if let name = file.names.first(where: isSurplus) {
            throw .surplusWeights(path: path, name: name, model: self.name)
        }
        for (parameter, value) in values { parameter.value = value }
    }
}

extension SafetensorsFile {
    /// The file of a model.
    init(modelAt path: String) throws(ModelFileError) {
        do { try self.init(contentsOf: path) } catch { throw .file(error) }
    }

    func writeModel(to path: String) throws(ModelFileError) {
        do { try write(to: path) } catch { throw .file(error) }
    }

    /// The tensor of a name, if it has the shape that a model needs.
    func tensor(_ name: String, of shape: Shape, model: String, path: String) throws(ModelFileError) -> Tensor {
        guard let tensor = tensor(named: name) else {
            throw .missingWeights(path: path, name: name, model: model, known: names)
        }
        guard tensor.shape == shape else {
            throw .wrongShape(path: path, name: name, shape: tensor.shape, expected: shape)
        }
        return tensor
    }
}
