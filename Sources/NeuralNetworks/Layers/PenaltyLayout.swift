internal import CKernels

extension Parameter {
    /// What its numbers add to the loss as they are now.
    var penalty: Double {
        guard let regularizer else { return 0 }
        return nbrun_penalty(memory.floats, storedCount, regularizer.l1, regularizer.l2)
    }
}

extension Graph {
    /// Appends the sum of all penalties, which is a part of the loss; numbers that do not learn cost nothing.
    ///
    /// While a model is only used its numbers stay as they are, and so one sum does for a series of runs.
    func layOutPenalty(in builder: PlanBuilder) {
        let nodes = nodes.filter { node in node.parameters.contains { $0.regularizer != nil } }
        if nodes.isEmpty { return }
        let label = Command.Label(layer: "model", pass: .loss, implementation: "penalty")
        let context = builder.context
        let run = {
            context.penalty = nodes.flatMap(\.trainableParameters).reduce(0) { $0 + $1.penalty }
        }
        if builder.isTraining {
            builder.append(label, touching: [], run: run)
        } else {
            builder.appendPreparation(label, run: run)
        }
    }
}

extension LayerLayout {
    /// Adds the gradient of a parameter's penalty to the parameter's gradient: l1 sign(w) + 2 l2 w.
    func addPenalty(of parameter: Parameter, to gradient: Memory) {
        guard let regularizer = parameter.regularizer else { return }
        let (memory, count) = (parameter.memory, parameter.storedCount)
        builder.append(label(.update, "penalty"), touching: [gradient]) {
            nbrun_add_penalty_gradient(
                memory.floats, gradient.floats, count, Float(regularizer.l1), Float(regularizer.l2))
        }
    }
}
