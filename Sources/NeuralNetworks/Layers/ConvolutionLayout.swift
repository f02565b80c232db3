import Tensors

/// Lays out the three passes of a convolution in a plan.
struct ConvolutionLayout {
    let layout: LayerLayout
    let problem: ConvolutionProblem
    let rule: WinogradRule
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
        rule = WinogradRule(problem)
    }

    func layOut() -> Signal {
        let forward = firstAvailable(.forward) { algorithm in
            problem.forward(algorithm, isTraining: layout.builder.isTraining, isRectified: isRectified)
        }
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
        let backward = firstAvailable(.backwardData) { problem.backwardData($0, hint: hint) }
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
        let backward = firstAvailable(.backwardWeights) { problem.backwardWeights($0, hint: hint) }
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

    /// The algorithm that the rule prefers for a pass, or the direct one where this machine lacks it.
    private func firstAvailable(
        _ pass: Command.Pass, _ make: (ConvolutionProblem.Algorithm) -> PrimitiveDescriptor?
    ) -> PrimitiveDescriptor {
        if rule.prefersWinograd(for: pass), let descriptor = make(.winograd) { return descriptor }
        return make(.direct)!
    }

    private func reordered(_ memory: Memory, _ descriptor: MemoryDescriptor) -> Memory {
        layout.builder.reorder(memory, to: descriptor, for: layout.node.name)
    }

    private func label(_ pass: Command.Pass, _ descriptor: PrimitiveDescriptor) -> Command.Label {
        let operations = 2 * problem.weights.reduce(1, *) * problem.destination.reduce(1, *) / problem.destination[1]
        return layout.label(pass, descriptor.implementation, operations: Double(operations))
    }
}

/// Decides by a convolution's sizes alone which passes go through Winograd's F(4×4, 3×3).
///
/// It does 36 multiplications where the direct way does 144, for a tile of 4 × 4 results. What counts is how much of the
/// tiles is used: a pass over few pixels, or one whose tiles are mostly margin, is faster the direct way.
struct WinogradRule {
    private let isPossible: Bool
    private let outputSizes: ArraySlice<Int>
    private let inputSizes: ArraySlice<Int>

    init(_ problem: ConvolutionProblem) {
        isPossible =
            problem.weights[2...] == [3, 3] && problem.strides == [1, 1] && problem.dilation == [1, 1]
            && problem.weights[0] % 16 == 0 && problem.weights[1] % 16 == 0
        outputSizes = problem.destination[2...]
        inputSizes = problem.source[2...]
    }

    func prefersWinograd(for pass: Command.Pass) -> Bool {
        guard isPossible else { return false }
        switch pass {
        case .forward: return Self.use(of: outputSizes) > 0.6
        case .backwardData: return Self.use(of: inputSizes) > 0.6
        default: return true
        }
    }

    /// The part of the tiles that lies inside an image.
    private static func use(of sizes: ArraySlice<Int>) -> Double {
        sizes.reduce(1) { $0 * Double($1) / Double(($1 + 3) / 4 * 4) }
    }
}
