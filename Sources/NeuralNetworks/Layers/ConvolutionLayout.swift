import Tensors

/// Lays out the three passes of a convolution in a plan: the direct way, unless Winograd's is faster.
struct ConvolutionLayout {
    let layout: LayerLayout
    let problem: ConvolutionProblem
    let isRectified: Bool

    init(_ layout: LayerLayout, window: WindowGeometry, isRectified: Bool) {
        let batchSize = layout.builder.batchSize
        let (input, output) = (layout.input.shape, layout.node.outputShape)
        self.layout = layout
        self.isRectified = isRectified
        problem = ConvolutionProblem(
            source: [batchSize, input[2], input[0], input[1]],
            weights: [output[2], input[2], window.size.height, window.size.width],
            destination: [batchSize, output[2], output[0], output[1]], hasBias: layout.node.parameters.count > 1,
            strides: window.strides.values, dilation: window.dilation.values, margins: window.margins(input.sizes))
    }

    func layOut() -> Signal {
        if WinogradRule(problem).prefersWinograd && Processor.hasWideVectors {
            return WinogradLayout(layout, problem, isRectified: isRectified).layOut()
        }
        let forward = problem.forward(isTraining: layout.builder.isTraining, isRectified: isRectified)
        let kernel = layout.value(of: layout.node.parameters[0], as: forward.weights)
        let source = layout.builder.reorder(layout.input.memory, to: forward.source, for: layout.node.name)
        let output = layout.signal(layout.builder.allocate(forward.destination), isRectified: isRectified)
        var arguments = [
            (Argument.source, source), (Argument.weights, kernel), (Argument.destination, output.memory),
        ]
        if problem.hasBias { arguments.append((Argument.bias, layout.node.parameters[1].memory)) }
        layout.builder.append(label(.forward, forward), forward, arguments)
        layout.onWayBack(from: output) { gradient in
            let gradient = layout.masked(gradient, of: output)
            if layout.input.needsGradient { layOutBackwardData(gradient, kernel: kernel, hint: forward) }
            if layout.isTrainable { layOutBackwardWeights(gradient, source: source, hint: forward) }
        }
        return output
    }

    private func layOutBackwardData(_ gradient: Memory, kernel: Memory, hint: PrimitiveDescriptor) {
        let backward = problem.backwardData(hint: hint)
        let destination = layout.builder.allocate(backward.sourceGradient)
        layout.builder.append(
            label(.backwardData, backward), backward,
            [
                (Argument.destinationGradient, reordered(gradient, backward.destinationGradient)),
                (Argument.weights, reordered(kernel, backward.weights)), (Argument.sourceGradient, destination),
            ])
        layout.contribute(destination, to: layout.input)
    }

    private func layOutBackwardWeights(_ gradient: Memory, source: Memory, hint: PrimitiveDescriptor) {
        let backward = problem.backwardWeights(hint: hint)
        let kernelGradient = layout.builder.allocate(backward.weightsGradient)
        let biasGradient = layout.builder.allocate(MemoryDescriptor(rowMajor: [problem.destination[1]]))
        var arguments = [
            (Argument.source, reordered(source, backward.source)),
            (Argument.destinationGradient, reordered(gradient, backward.destinationGradient)),
            (Argument.weightsGradient, kernelGradient),
        ]
        if problem.hasBias { arguments.append((Argument.biasGradient, biasGradient)) }
        layout.builder.append(label(.backwardWeights, backward), backward, arguments)
        layout.update(layout.node.parameters[0], by: kernelGradient)
        if problem.hasBias { layout.update(layout.node.parameters[1], by: biasGradient) }
    }

    private func reordered(_ memory: Memory, _ descriptor: MemoryDescriptor) -> Memory {
        layout.builder.reorder(memory, to: descriptor, for: layout.node.name)
    }

    private func label(_ pass: Command.Pass, _ descriptor: PrimitiveDescriptor) -> Command.Label {
        layout.label(pass, descriptor.implementation, operations: problem.operations)
    }
}
