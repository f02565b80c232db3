internal import CKernels
import Tensors

/// Lays out the way back through a dense layer and the update of its kernel as one command.
///
/// A large kernel comes from memory, which is slower than multiplying with it for a small batch. So each piece of it is
/// brought into the caches once: it is multiplied with, its gradient is made, and both are done with when the next
/// piece comes. The gradient of the whole kernel never exists.
struct DenseUpdateLayout {
    private let layout: LayerLayout
    private let problem: InnerProductProblem

    init(_ layout: LayerLayout, _ problem: InnerProductProblem) {
        self.layout = layout
        self.problem = problem
    }

    /// A rule on sizes and settings: blocks are full, and nothing has to see the gradient as a whole.
    func isWorthIt(_ kernel: Memory) -> Bool {
        let clipping = layout.builder.context.optimizer._settings.clipping
        return layout.isTrainable && layout.builder.purpose == .training && problem.hasLargePanels
            && problem.rows % 16 == 0 && channels % 16 == 0 && kernel.layout == problem.weightPanels
            && layout.node.parameters[0].regularizer == nil && !clipping.needsWholeGradients
    }

    private var inputSizes: [Int] { layout.input.memory.layout.sizes }

    /// How many inputs belong to a pixel, where flattened images come in; else all of them.
    private var channels: Int { readsImages ? inputSizes[1] : problem.inputs }

    private var readsImages: Bool { inputSizes.count == 4 && inputSizes[0] == problem.rows }

    /// The gradient of images goes back in blocks of channels, as convolutions and pooling want it.
    func layOut(_ gradient: Memory, kernel: Memory, source: Memory) {
        let resultLayout = readsImages ? .channelBlocks(inputSizes) : layout.input.plainLayout
        let result = layout.input.needsGradient ? layout.builder.allocate(resultLayout) : nil
        appendUpdate(gradient, source: source, result: result)
        if let result { layout.contribute(result, to: layout.input) }
        if problem.hasBias { updateBias(by: gradient) }
    }

    private func appendUpdate(_ gradient: Memory, source: Memory, result: Memory?) {
        let (workers, channels) = (nbrun_thread_count(), channels)
        let scratchCount = nbrun_dense_backward_scratch(problem.rows, problem.outputs, workers)
        let scratch = layout.builder.allocate(MemoryDescriptor(rowMajor: [scratchCount]))
        let (context, kernel, problem) = (layout.builder.context, layout.node.parameters[0], problem)
        let (memory, count, slots) = (kernel.memory, kernel.storedCount, kernel.slots.map(\.floats))
        layout.builder.append(label, touching: [gradient, source, scratch] + (result.map { [$0] } ?? [])) {
            var layer = nbrun_dense_backward(
                samples: problem.rows, inputs: problem.inputs, outputs: problem.outputs, channels: channels,
                workers: workers, values: source.floats, gradient: gradient.floats,
                values_gradient: result?.floats, scratch: scratch.floats)
            withUnsafePointer(to: &layer) {
                context.optimizer.update(
                    ParameterBlock(
                        count: count, values: memory.floats, gradients: nil, slots: slots, layer: $0),
                    step: context.step, globalNorm: nil)
            }
        }
    }

    private func updateBias(by gradient: Memory) {
        let biasGradient = layout.builder.allocate(MemoryDescriptor(rowMajor: [problem.outputs]))
        layout.builder.append(layout.label(.backwardWeights, "sums"), touching: [gradient, biasGradient]) {
            [problem] in
            nbrun_sum_rows(gradient.floats, problem.rows, problem.outputs, biasGradient.floats)
        }
        layout.update(layout.node.parameters[1], by: biasGradient)
    }

    private var label: Command.Label {
        let products = layout.input.needsGradient ? 2.0 : 1.0
        let optimizer = layout.builder.context.optimizer.name
        return layout.label(
            .backward, "products and \(optimizer)", operations: products * problem.operations)
    }
}
