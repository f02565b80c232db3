internal import JSONCoding
import Tensors

/// A model that comes out of a file. What the file says of its layers is checked against the numbers that it has, before
/// any memory is asked for.
struct StoredModel {
    let file: SafetensorsFile
    let description: StoredArguments

    init(path: String) throws(ModelFileError) {
        file = try SafetensorsFile(modelAt: path)
        guard let text = file.metadata[ModelDescription.metadataKey] else { throw .noArchitecture(path: path) }
        do {
            description = StoredArguments(owner: "the model", json: try JSONReader.read(Array(text.utf8)), path: path)
        } catch {
            throw .invalidArchitecture(
                path: path, owner: "metadata", name: ModelDescription.metadataKey, expected: "JSON",
                found: "something else: \(error)")
        }
        guard try description.integer("format") == ModelDescription.format else {
            throw description.invalid("format", "\(ModelDescription.format)")
        }
    }

    private static let mostLayers = 10_000
    /// Those of a sample; oneDNN has twelve with that of the batch.
    private static let mostAxes = 11
    private static let longestAxis = 1 << 26

    func model() throws(ModelFileError) -> Model {
        let name = try description.string("name")
        let random = try description.part("random")
        let generator = RandomGenerator(seed: try random.bits("seed"), stream: try random.bits("stream"))
        let graph = try graph(model: name, generator: generator)
        let isSequential = try description.string("kind") == "Sequential" && graph.isChain
        let model =
            isSequential
            ? Sequential(graph, name: name, generator: generator) : Model(graph, name: name, generator: generator)
        try model.assign(file, to: graph, path: description.path)
        model.epochCount = try random.count("epochs", from: 0, upTo: StoredArguments.longestTraining)
        if description.json["compilation"] != .null { try compile(model, graph) }
        return model
    }

    // MARK: Layers

    private func graph(model: String, generator: RandomGenerator) throws(ModelFileError) -> Graph {
        let input = try inputNode()
        var nodes = [input.name: input]
        var order: [Node] = []
        let layers = try description.parts("layers", owner: "a layer")
        guard (1...Self.mostLayers).contains(layers.count) else {
            throw description.invalid("layers", "1 to \(Self.mostLayers) layers")
        }
        for stored in layers {
            let node = try node(stored, behind: nodes)
            guard nodes.updateValue(node, forKey: node.name) == nil else { throw stored.invalid("name", "another one") }
            try checkNumbers(of: node, model: model)
            order.append(node)
        }
        var graph = Graph(input: input, generator: generator)
        for node in order { graph.append(node) }
        return graph
    }

    private func inputNode() throws(ModelFileError) -> Node {
        let stored = try description.part("input")
        let sizes = try stored.integers("shape")
        guard Self.isPossible(sizes) else { throw stored.invalid("shape", "a shape") }
        return Node(inputOf: Shape(sizes), named: try stored.string("name"))
    }

    private func node(_ stored: StoredArguments, behind nodes: [String: Node]) throws(ModelFileError) -> Node {
        let name = try stored.string("name")
        let stored = StoredArguments(owner: "layer \(name)", json: stored.json, path: stored.path)
        let sources = try stored.strings("reads").map { nodes[$0] }
        let layer = try StoredLayers.layer(stored)
        guard !sources.isEmpty, !sources.contains(where: { $0 == nil }), sources.count == 1 || layer._mergesInputs
        else {
            throw stored.invalid("reads", "names of layers before it")
        }
        let node = try stored.node(layer, named: name, reading: sources.compactMap { $0 })
        guard Self.isPossible(node.outputShape.sizes) else { throw stored.invalid("arguments", "of a possible size") }
        node.isTrainable = try stored.bool("isTrainable")
        LayerNames.session.reserve(name)
        return node
    }

    private func checkNumbers(of node: Node, model: String) throws(ModelFileError) {
        for parameter in node.layer._parameters(at: node.place) {
            let name = "\(node.name)/\(parameter.name)"
            _ = try file.tensor(name, of: parameter.shape, model: model, path: description.path)
        }
    }

    /// Whether a sample can have so many numbers.
    private static func isPossible(_ sizes: [Int]) -> Bool {
        sizes.count <= mostAxes && sizes.allSatisfy((1...longestAxis).contains)
            && sizes.reduce(1.0) { $0 * Double($1) } < 0x1p31
    }

    // MARK: Training

    private func compile(_ model: Model, _ graph: Graph) throws(ModelFileError) {
        let stored = try description.part("compilation")
        let optimizer = try StoredOptimizers.optimizer(stored.part("optimizer", owner: "the optimizer"))
        let loss = try StoredLosses.loss(stored.part("loss", owner: "the loss"))
        var metrics: [MetricKind] = []
        for metric in try stored.parts("metrics", owner: "a metric") {
            let kind = try StoredMetrics.metric(metric)
            guard !metrics.contains(where: { $0.name == kind.name }) else {
                throw metric.invalid("name", "another one")
            }
            metrics.append(kind)
        }
        model.compile(optimizer: optimizer, loss: loss, metrics: metrics)
        model.compiled(for: "load").context.step = try stored.count(
            "steps", from: 0, upTo: StoredArguments.longestTraining)
        for node in graph.nodes {
            for parameter in node.parameters {
                parameter.slotValues = try slots(
                    of: parameter, in: node, count: optimizer._slotCount, model: model.name)
            }
        }
    }

    /// What the optimizer remembered; nothing where the model had not been trained.
    private func slots(
        of parameter: Parameter, in node: Node, count: Int, model: String
    ) throws(ModelFileError) -> [Tensor] {
        var slots: [Tensor] = []
        for number in 0..<count {
            let name = Model.slotName(number, of: parameter, in: node)
            if number == 0, file.tensor(named: name) == nil { return [] }
            slots.append(try file.tensor(name, of: parameter.shape, model: model, path: description.path))
        }
        return slots
    }
}

extension StoredArguments {
    /// A layer behind others, if it can stand there.
    fileprivate func node(
        _ layer: any Layer, named name: String, reading sources: [Node]
    ) throws(ModelFileError) -> Node {
        do throws(LayerRefusal) {
            return try Node(checking: layer, named: name, reading: sources)
        } catch {
            throw .impossibleLayer(
                path: path, layer: owner, problem: "expected \(error.expectation), but received \(error.receivedText)")
        }
    }
}
