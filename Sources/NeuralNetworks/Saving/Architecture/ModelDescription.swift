internal import JSONCoding

/// What a file says of a model beside its numbers: JSON under `architecture` in the metadata.
///
/// 1. `format` is 1; `kind` is `Sequential` or `Model`; `name` is the model's.
/// 2. `input` has the input's name and the shape of one sample.
/// 3. `layers` are in the order of the graph, the output last. Each has a `name`, a `kind`, the names of the layers that it
///    `reads`, whether it `isTrainable`, and the `arguments` that make it.
/// 4. `random` has seed and stream of the model's random numbers as texts, and the `epochs` that it was trained for, so
///    that training goes on as if there had been no file.
/// 5. `compilation` is null, or has the `optimizer`, the `loss`, the `metrics`, and how many `steps` the optimizer made.
///    What it remembers of a weight are tensors: `optimizer/conv2d/kernel/0` and so on.
enum ModelDescription {
    static let metadataKey = "architecture"
    static let format = 1

    static func json(of model: Model, _ graph: Graph) throws(ModelFileError) -> JSON {
        var layers: [JSON] = []
        for node in graph.nodes.dropFirst() { layers.append(try json(of: node, model: model.name)) }
        let input = graph.nodes[0]
        return [
            "format": .integer(format), "kind": .string(model is Sequential ? "Sequential" : "Model"),
            "name": .string(model.name),
            "input": ["name": .string(input.name), "shape": .array(input.outputShape.sizes.map(JSON.integer))],
            "layers": .array(layers),
            "random": [
                "seed": .string(String(model.generator.seed)), "stream": .string(String(model.generator.stream)),
                "epochs": .integer(model.epochCount),
            ],
            "compilation": try json(of: model.compilation, model: model.name),
        ]
    }

    private static func json(of node: Node, model: String) throws(ModelFileError) -> JSON {
        guard let layer = node.layer as? any StorableLayer else {
            throw .notStorable(model: model, part: "the layer \(node.name)")
        }
        return [
            "name": .string(node.name), "kind": .string(type(of: layer).kind),
            "reads": .array(node.sources.map { .string($0.name) }), "isTrainable": .bool(node.isTrainable),
            "arguments": layer.arguments,
        ]
    }

    private static func json(of compilation: Compilation?, model: String) throws(ModelFileError) -> JSON {
        guard let compilation else { return .null }
        guard let optimizer = StoredOptimizers.json(compilation.context.optimizer) else {
            throw .notStorable(model: model, part: "the optimizer \(compilation.context.optimizer.name)")
        }
        guard let loss = StoredLosses.json(compilation.loss) else {
            throw .notStorable(model: model, part: "the loss \(compilation.loss.name)")
        }
        var metrics: [JSON] = []
        for metric in compilation.metrics {
            guard let json = StoredMetrics.json(metric) else {
                throw .notStorable(model: model, part: "the metric \(metric.name)")
            }
            metrics.append(json)
        }
        return [
            "optimizer": optimizer, "loss": loss, "metrics": .array(metrics),
            "steps": .integer(compilation.context.step),
        ]
    }
}
