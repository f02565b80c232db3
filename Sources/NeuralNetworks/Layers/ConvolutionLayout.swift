import Tensors

/// Lays out the three passes of a convolution in a plan: the direct way, unless Winograd's is faster.
struct ConvolutionLayout {
    let layout: LayerLayout
    private let input: Signal
    private let kernel: Parameter
    private let bias: Parameter?
    private let problem: ConvolutionProblem
    private let isRectified: Bool
    /// Whether a pooling that reads the layer's result may be done beforehand.
    private let mayPool: Bool
    /// The shape of what it gives to the layer's next step; nil where it makes the layer's own result.
    private let innerShape: Shape?

    /// A layer's only convolution.
    init(
        _ layout: LayerLayout, window: WindowGeometry, isTransposed: Bool = false, isRectified: Bool = false,
        mayPool: Bool = false
    ) {
        self.init(
            layout, reading: layout.input, window: window, kernel: layout.parameter("kernel")!,
            bias: layout.parameter("bias"), isTransposed: isTransposed, isRectified: isRectified, mayPool: mayPool)
    }

    /// One of several convolutions of a layer.
    init(
        _ layout: LayerLayout, reading input: Signal, window: WindowGeometry, kernel: Parameter, bias: Parameter? = nil,
        isTransposed: Bool = false, isRectified: Bool = false, mayPool: Bool = false, innerShape: Shape? = nil
    ) {
        let output = innerShape ?? layout.node.outputShape
        let sizes = { (shape: Shape) in MemoryDescriptor.plain(shape, batchSize: layout.builder.batchSize).sizes }
        self.layout = layout
        self.input = input
        self.kernel = kernel
        self.bias = bias
        self.isRectified = isRectified
        self.mayPool = mayPool
        self.innerShape = innerShape
        problem = ConvolutionProblem(
            source: sizes(input.shape), weights: kernel.memory.layout.sizes, destination: sizes(output),
            hasBias: bias != nil, strides: window.strides.values, dilation: window.dilation.values,
            margins: window.margins(isTransposed ? output.sizes : input.shape.sizes), isTransposed: isTransposed)
    }

    func layOut() -> Signal {
        if WinogradRule(problem).prefersWinograd && Processor.hasWideVectors {
            return WinogradLayout(layout, problem, isRectified: isRectified, mayPool: mayPool).layOut()
        }
        let forward = problem.forward(isTraining: layout.builder.isTraining, isRectified: isRectified)
        let kernel = layout.value(of: kernel, as: forward.weights)
        let source = reordered(input.memory, forward.source)
        let output = output(layout.builder.allocate(forward.destination))
        var arguments = [
            (Argument.source, source), (Argument.weights, kernel), (Argument.destination, output.memory),
        ]
        if let bias { arguments.append((Argument.bias, bias.memory)) }
        layout.builder.append(label(.forward, forward), forward, arguments)
        layout.onWayBack(from: output) { gradient in
            let gradient = layout.masked(gradient, of: output)
            if input.needsGradient { layOutBackwardData(gradient, kernel: kernel, hint: forward) }
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
        layout.contribute(destination, to: input)
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
        layout.update(kernel, by: kernelGradient)
        if let bias { layout.update(bias, by: biasGradient) }
    }

    private func output(_ memory: Memory) -> Signal {
        innerShape.map { layout.innerSignal(memory, shape: $0) } ?? layout.signal(memory, isRectified: isRectified)
    }

    private func reordered(_ memory: Memory, _ descriptor: MemoryDescriptor) -> Memory {
        layout.builder.reorder(memory, to: descriptor, for: layout.node.name)
    }

    private func label(_ pass: Command.Pass, _ descriptor: PrimitiveDescriptor) -> Command.Label {
        layout.label(pass, descriptor.implementation, operations: problem.operations)
    }
}
