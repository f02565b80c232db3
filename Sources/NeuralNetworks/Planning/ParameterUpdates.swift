internal import CKernels

/// A parameter and the memory in which its gradient will lie, in the parameter's own layout.
struct ParameterUpdate {
    let layer: String
    let parameter: Parameter
    let gradient: Memory
}

extension PlanBuilder {
    /// Appends the update of a parameter: at once, while its gradient is in the caches, or after all gradients are known
    /// where the optimizer has to know them.
    func append(_ update: ParameterUpdate) {
        if context.optimizer._settings.clipping.isGlobal {
            heldUpdates.append(update)
        } else {
            appendNow(update)
        }
    }

    /// Appends the updates that were held back, behind the length of all their gradients together.
    func appendHeldUpdates() {
        guard !heldUpdates.isEmpty else { return }
        let (context, updates) = (context, heldUpdates)
        let label = Command.Label(layer: "all layers", pass: .update, implementation: "global norm")
        append(label, touching: updates.map(\.gradient)) {
            let squares = updates.reduce(0) {
                $0 + nbrun_sum_of_squares($1.gradient.floats, $1.parameter.storedCount)
            }
            context.globalGradientNorm = squares.squareRoot()
        }
        for update in updates { appendNow(update) }
    }

    private func appendNow(_ update: ParameterUpdate) {
        let (context, gradient, parameter) = (context, update.gradient, update.parameter)
        let (memory, count, slots) = (parameter.memory, parameter.storedCount, parameter.slots.map(\.floats))
        let label = Command.Label(layer: update.layer, pass: .update, implementation: context.optimizer.name)
        append(label, touching: [gradient, memory]) {
            context.optimizer.update(
                ParameterBlock(count: count, values: memory.floats, gradients: gradient.floats, slots: slots),
                step: context.step, globalNorm: context.globalGradientNorm)
        }
    }
}
