internal import CKernels
import Tensors

/// Lays out the three passes of a dense layer in a plan.
struct DenseLayout {
    let layout: LayerLayout
    let problem: InnerProductProblem
    let isRectified: Bool

    init(_ layout: LayerLayout, isRectified: Bool) {
        let input = layout.input
        self.layout = layout
        self.isRectified = isRectified
        problem = InnerProductProblem(
            rows: input.rowCount(batchSize: layout.builder.batchSize), inputs: input.shape.sizes.last!,
            outputs: layout.node.outputShape.sizes.last!, hasBias: layout.node.parameters.count > 1)
    }

    func layOut() -> Signal {
        let forward = problem.forward(isTraining: layout.builder.isTraining, isRectified: isRectified)
        let kernel = layout.value(
            of: layout.node.parameters[0], as: usesPanels ? problem.weightPanels : forward.weights)
        let source = layout.rows(of: layout.input)
        let rows = layout.builder.allocate(problem.destination)
        if usesPanels {
            layOutPanels(source, kernel: kernel, to: rows)
        } else {
            layOutForward(source, kernel: kernel, to: rows, by: forward)
        }
        let resultLayout = MemoryDescriptor.plain(layout.node.outputShape, batchSize: layout.builder.batchSize)
        let output = layout.signal(rows.reinterpreted(as: resultLayout), isRectified: isRectified)
        layout.onWayBack(from: output) { gradient in
            let gradient = layout.rowsGradient(layout.masked(gradient, of: output), of: output)
            let update = DenseUpdateLayout(layout, problem)
            if update.isWorthIt(kernel) { return update.layOut(gradient, kernel: kernel, source: source) }
            if layout.input.needsGradient { layOutBackwardData(gradient, kernel: kernel, hint: forward) }
            if layout.isTrainable { layOutBackwardWeights(gradient, source: source, hint: forward) }
        }
        return output
    }

    private var bias: Memory? { problem.hasBias ? layout.node.parameters[1].memory : nil }

    private func layOutForward(
        _ source: Memory, kernel: Memory, to rows: Memory, by forward: PrimitiveDescriptor
    ) {
        var arguments = [(Argument.source, source), (Argument.weights, kernel), (Argument.destination, rows)]
        if let bias { arguments.append((Argument.bias, bias)) }
        layout.builder.append(label(.forward, forward.implementation), forward, arguments)
    }

    /// Whether the kernel is so large that our own loops, which bring it into the caches once, are the faster ones.
    private var usesPanels: Bool {
        Processor.hasWideVectors && problem.hasLargePanels && problem.rows % 4 == 0
    }

    private func layOutPanels(_ source: Memory, kernel: Memory, to rows: Memory) {
        let (problem, isRectified, bias, workers) = (problem, isRectified, bias, nbrun_thread_count())
        let scratch = layout.builder.allocate(
            MemoryDescriptor(rowMajor: [nbrun_dense_forward_scratch(problem.rows, problem.inputs, workers)]))
        layout.builder.append(
            label(.forward, "panels"), touching: [source, kernel, rows, scratch] + (bias.map { [$0] } ?? [])
        ) {
            var layer = nbrun_dense_forward(
                samples: problem.rows, inputs: problem.inputs, outputs: problem.outputs, workers: workers,
                values: source.floats, weights: kernel.floats, bias: bias?.floats, is_rectified: isRectified ? 1 : 0,
                results: rows.floats, scratch: scratch.floats)
            nbrun_dense_forward_run(&layer)
        }
    }

    private func layOutBackwardData(_ gradient: Memory, kernel: Memory, hint: PrimitiveDescriptor) {
        let kernel =
            problem.breaksBackwardData
            ? layout.builder.reorder(kernel, to: problem.plainWeights, for: layout.node.name) : kernel
        let backward = problem.backwardData(weights: kernel.layout, hint: hint)
        let result = layout.builder.allocate(problem.source)
        layout.builder.append(
            label(.backwardData, backward.implementation), backward,
            [(Argument.destinationGradient, gradient), (Argument.weights, kernel), (Argument.sourceGradient, result)])
        layout.contribute(result.reinterpreted(as: layout.input.plainLayout), to: layout.input)
    }

    private func layOutBackwardWeights(_ gradient: Memory, source: Memory, hint: PrimitiveDescriptor) {
        let backward = problem.backwardWeights(weights: hint.weights, hint: hint)
        let kernelGradient = layout.builder.allocate(backward.weightsGradient)
        let biasGradient = layout.builder.allocate(MemoryDescriptor(rowMajor: [problem.outputs]))
        var arguments = [
            (Argument.source, source), (Argument.destinationGradient, gradient),
            (Argument.weightsGradient, kernelGradient),
        ]
        if problem.hasBias { arguments.append((Argument.biasGradient, biasGradient)) }
        layout.builder.append(label(.backwardWeights, backward.implementation), backward, arguments)
        layout.update(layout.node.parameters[0], by: kernelGradient)
        if problem.hasBias { layout.update(layout.node.parameters[1], by: biasGradient) }
    }

    private func label(_ pass: Command.Pass, _ implementation: String) -> Command.Label {
        layout.label(pass, implementation, operations: problem.operations)
    }
}
