internal import JSONCoding

extension TrainingKey {
    /// What the layers are, how they hang together, and all their numbers; names decide nothing.
    ///
    /// - Returns: false where a layer is the author's own, which no key can tell from another.
    mutating func add(_ graph: Graph) -> Bool {
        for node in graph.nodes {
            add("shape", node.outputShape)
            if node.isInput { continue }
            guard let layer = node.layer as? any StorableLayer else { return false }
            add(type(of: layer).kind, String(describing: layer.arguments))
            add("reads", graph.inputs(of: node))
            for parameter in node.parameters { add(parameter.name, parameter.value) }
        }
        return true
    }

    /// What the model is measured by.
    mutating func add(_ loss: any Loss, _ metrics: [MetricKind]) -> Bool {
        let metrics = metrics.map(StoredMetrics.json)
        guard let loss = StoredLosses.json(loss), !metrics.contains(nil) else { return false }
        add("loss", String(describing: loss))
        add("metrics", String(describing: metrics.compactMap { $0 }))
        return true
    }

    /// How the numbers of a graph's layers are moved, and what is remembered of earlier moves.
    mutating func add(_ context: StepContext, of graph: Graph) -> Bool {
        guard let optimizer = StoredOptimizers.json(context.optimizer) else { return false }
        add("optimizer", String(describing: optimizer))
        add("step", context.step)
        for node in graph.nodes {
            add("isTrainable", node.isTrainable)
            for slot in node.parameters.flatMap(\.slotValues) { add("remembered", slot) }
        }
        return true
    }
}
