internal import CKernels
import Tensors

extension LayerLayout {
    /// What an activation makes of a layer's result; the result itself where the loss takes the activation upon itself.
    func activated(_ input: Signal, by activation: ActivationFunction) -> Signal {
        if activation == .linear { return input }
        if activation == activationLeftToLoss {
            builder.leaveActivationToLoss()
            return input
        }
        if activation == .softmax { return softmax(of: input, over: input.shape.rank - 1) }
        let problem = ElementwiseProblem(activation, layout: input.memory.layout)!
        return elementwise(problem, of: input, isRectified: activation == .relu)
    }

    /// The gradient as it comes through a `relu` that was part of the layer's own primitive.
    func masked(_ gradient: Memory, of output: Signal) -> Memory {
        guard output.isRectified, !output.gradientIsMasked else { return gradient }
        let gradient = builder.reorder(gradient, to: output.memory.layout, for: node.name)
        return masked(gradient, by: output, scale: 1)
    }

    /// The gradient where a signal is positive, times a factor; 0 elsewhere.
    func masked(_ gradient: Memory, by output: Signal, scale: Float) -> Memory {
        let result = builder.allocate(output.memory.layout)
        let count = result.layout.floatCount
        builder.append(label(.backward, "mask"), touching: [gradient, output.memory, result]) {
            nbrun_mask_positive(output.memory.floats, gradient.floats, result.floats, count, scale)
        }
        return result
    }

    /// What a function makes of each element of a signal.
    func elementwise(_ problem: ElementwiseProblem, of input: Signal, isRectified: Bool = false) -> Signal {
        let forward = problem.forward(isTraining: builder.isTraining)
        let output = derived(from: input, builder.allocate(problem.layout), isRectified: isRectified)
        builder.append(
            label(.forward, forward.implementation), forward,
            [(Argument.source, input.memory), (Argument.destination, output.memory)])
        onWayBack(from: output) { gradient in
            let backward = problem.backward(hint: forward)
            let result = builder.allocate(problem.layout)
            let kept =
                problem.needsResults
                ? (Argument.destination, output.memory) : (Argument.source, input.memory)
            let gradient = builder.reorder(gradient, to: problem.layout, for: node.name)
            builder.append(
                label(.backward, backward.implementation), backward,
                [kept, (Argument.destinationGradient, gradient), (Argument.sourceGradient, result)])
            contribute(result, to: input)
        }
        return output
    }
}
