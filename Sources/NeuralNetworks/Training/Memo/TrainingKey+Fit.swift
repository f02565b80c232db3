internal import JSONCoding

extension TrainingKey {
    /// The key of a fit; nil where a part of it is the author's own code, which no key can tell from another.
    init?(_ fit: FitSetting) {
        add("engine", EngineBuild.description)
        guard add(fit.graph), add(fit.compilation), add(fit.callbacks) else { return nil }
        add("generator", fit.model.generator)
        add("passes", fit.model.epochCount)
        add("initialEpoch", fit.order.initialEpoch)
        add("stepsPerEpoch", fit.order.stepsPerEpoch)
        fit.batches.describe(in: &self)
        if let (samples, range) = fit.validation { add("validation", samples, range) }
    }

    /// What the layers are, how they hang together, and all numbers; names decide nothing.
    private mutating func add(_ graph: Graph) -> Bool {
        for node in graph.nodes {
            add("shape", node.outputShape)
            if node.isInput { continue }
            guard let layer = node.layer as? any StorableLayer else { return false }
            add(type(of: layer).kind, String(describing: layer.arguments))
            add("reads", graph.inputs(of: node))
            add("isTrainable", node.isTrainable)
            for parameter in node.parameters {
                add(parameter.name, parameter.value)
                for slot in parameter.slotValues { add("remembered", slot) }
            }
        }
        return true
    }

    private mutating func add(_ compilation: Compilation) -> Bool {
        let metrics = compilation.metrics.map(StoredMetrics.json)
        guard let optimizer = StoredOptimizers.json(compilation.context.optimizer),
            let loss = StoredLosses.json(compilation.loss), !metrics.contains(nil)
        else { return false }
        add("optimizer", String(describing: optimizer))
        add("step", compilation.context.step)
        add("loss", String(describing: loss))
        add("metrics", metrics.compactMap { $0?.text })
        return true
    }

    private mutating func add(_ callbacks: [any Callback]) -> Bool {
        for callback in callbacks {
            guard let callback = callback as? any RestorableCallback, let signature = callback._signature else {
                return false
            }
            add("callback", signature)
            add("memory", callback.memory.numbers.sorted { $0.key < $1.key })
        }
        return true
    }
}
