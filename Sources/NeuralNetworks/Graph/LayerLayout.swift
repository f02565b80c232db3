import Tensors

/// What a layer has at hand while it lays itself out in a plan: its inputs, its parameters, and the plan's builder.
public struct LayerLayout {
    let node: Node
    let position: Int
    let inputs: [Signal]
    let readerCount: Int
    /// The layer that reads the result, where nobody else wants to see it.
    let onlyReader: Node?
    let builder: PlanBuilder
    /// The activation that the loss takes upon itself if the model ends with it.
    let activationLeftToLoss: ActivationFunction?

    var input: Signal { inputs[0] }

    /// Whether its parameters learn.
    var isTrainable: Bool { builder.isTraining && !node.trainableParameters.isEmpty }

    /// What the layer gives to those that read it.
    func signal(_ memory: Memory, isRectified: Bool = false, isPooled: Bool = false) -> Signal {
        Signal(
            shape: node.outputShape, memory: memory,
            needsGradient: isTrainable || inputs.contains { $0.needsGradient },
            readerCount: readerCount, isRectified: isRectified, isPooled: isPooled)
    }

    /// What one step of the layer gives to the next one.
    func innerSignal(_ memory: Memory, shape: Shape) -> Signal {
        Signal(
            shape: shape, memory: memory, needsGradient: isTrainable || inputs.contains { $0.needsGradient },
            readerCount: 1)
    }

    /// A signal of the same shape as another, made from that alone.
    func derived(from source: Signal, _ memory: Memory, isRectified: Bool = false) -> Signal {
        Signal(
            shape: node.outputShape, memory: memory, needsGradient: source.needsGradient, readerCount: readerCount,
            isRectified: isRectified)
    }

    func label(
        _ pass: Command.Pass, _ implementation: String, operations: Double = 0
    ) -> Command.Label {
        Command.Label(layer: node.name, pass: pass, implementation: implementation, operations: operations)
    }

    // MARK: Parameters

    /// The parameter of this name, where the layer has it.
    func parameter(_ name: String) -> Parameter? { node.parameters.first { $0.name == name } }

    /// The parameter's numbers in the layout that the forward pass prefers.
    ///
    /// A training plan makes the parameter adopt it; a plan for inference gets a copy, made once before a series of runs; the
    /// plan for a last, smaller batch takes the numbers as they lie, and copies them in each run where it has to.
    func value(of parameter: Parameter, as layout: MemoryDescriptor) -> Memory {
        switch builder.purpose {
        case .training:
            parameter.adopt(layout)
            return parameter.memory
        case .remainder: return builder.reorder(parameter.memory, to: layout, for: node.name)
        case .inference:
            if parameter.memory.layout == layout { return parameter.memory }
            return builder.prepare(parameter.memory, as: layout, for: node.name)
        }
    }

    /// Hands a parameter's gradient to the optimizer.
    func update(_ parameter: Parameter, by gradient: Memory) {
        let gradient = builder.reorder(gradient, to: parameter.memory.layout, for: node.name)
        addPenalty(of: parameter, to: gradient)
        builder.append(ParameterUpdate(layer: node.name, parameter: parameter, gradient: gradient))
    }

    // MARK: The way back

    /// Registers how gradients flow back through the layer; called once, when all readers have been laid out.
    ///
    /// The closure receives the gradient by what the layer gave.
    func onWayBack(from output: Signal, _ plan: @escaping (Memory) -> Void) {
        guard output.needsGradient else { return }
        builder.onWayBack {
            if let gradient = output.gradient { plan(gradient) }
        }
    }

    /// Adds to the gradient by an input.
    ///
    /// The same memory may be handed to several inputs, as the two branches of an addition get the same gradient. So it
    /// is never written to again: a second contribution makes a sum in memory of its own.
    func contribute(_ gradient: Memory, to input: Signal) {
        guard input.needsGradient else { return }
        let gradient = self.gradient(gradient, withAxesOf: input)
        guard let other = input.gradient else {
            input.gradient = gradient
            return
        }
        input.gradient = sum(.backward, [(other, 1), (gradient, 1)])
    }
}
