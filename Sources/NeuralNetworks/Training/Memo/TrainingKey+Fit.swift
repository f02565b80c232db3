extension TrainingKey {
    /// The key of a fit; nil where a part of it is the author's own code, which no key can tell from another.
    init?(_ fit: FitSetting) {
        add("fit", EngineBuild.description)
        let compilation = fit.compilation
        guard add(fit.graph), add(compilation.loss, compilation.metrics),
            add(compilation.context, of: fit.graph), add(fit.callbacks)
        else { return nil }
        add("generator", fit.model.generator)
        add("passes", fit.model.epochCount)
        add("initialEpoch", fit.order.initialEpoch)
        add("stepsPerEpoch", fit.order.stepsPerEpoch)
        fit.batches.describe(in: &self)
        if let (samples, range) = fit.validation { add("validation", samples, range) }
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
