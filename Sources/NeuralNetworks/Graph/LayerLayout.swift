internal import CKernels
import Tensors

/// What a layer has at hand while it lays itself out in a plan: its inputs, its parameters, and the plan's builder.
public struct LayerLayout {
    let node: Node
    let position: Int
    let inputs: [Signal]
    let readerCount: Int
    let builder: PlanBuilder
    /// The activation that the loss takes upon itself if the model ends with it.
    let activationLeftToLoss: Activation?

    var input: Signal { inputs[0] }

    /// Whether its parameters learn.
    var isTrainable: Bool { builder.isTraining && node.isTrainable && !node.parameters.isEmpty }

    /// What the layer gives to those that read it.
    func signal(_ memory: Memory, isRectified: Bool = false) -> Signal {
        Signal(
            shape: node.outputShape, memory: memory,
            needsGradient: isTrainable || inputs.contains { $0.needsGradient },
            readerCount: readerCount, isRectified: isRectified)
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
    func contribute(_ gradient: Memory, to input: Signal) {
        guard input.needsGradient else { return }
        guard let sum = input.gradient else {
            input.gradient = gradient
            return
        }
        let other = builder.reorder(gradient, to: sum.layout, for: node.name)
        let count = sum.layout.floatCount
        builder.append(label(.backward, "sum"), touching: [sum, other]) {
            nbrun_add(other.floats, sum.floats, count)
        }
    }
}
