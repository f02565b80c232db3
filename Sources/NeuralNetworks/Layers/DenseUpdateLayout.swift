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

    /// Weights that a second cache does not hold.
    private static let fewestWeights = 1 << 20

    /// A rule on sizes and settings: blocks are full, and nothing has to see the gradient as a whole.
    func isWorthIt(_ kernel: Memory) -> Bool {
        let clipping = layout.builder.context.optimizer._settings.clipping
        let weights = [problem.outputs, problem.inputs]
        return layout.isTrainable && layout.builder.purpose == .training
            && problem.rows % 16 == 0 && problem.inputs % 16 == 0 && problem.outputs % 64 == 0
            && problem.inputs * problem.outputs >= Self.fewestWeights && kernel.layout == .outputPanels(weights)
            && layout.node.parameters[0].regularizer == nil && !clipping.needsWholeGradients
    }

    func layOut(_ gradient: Memory, kernel: Memory, source: Memory) {
        let result = layout.input.needsGradient ? layout.builder.allocate(problem.source) : nil
        let scratch = layout.builder.allocate(
            MemoryDescriptor(rowMajor: [nbrun_dense_backward_scratch(problem.rows, problem.outputs)]))
        appendUpdate(gradient, source: source, result: result, scratch: scratch)
        if let result { layout.contribute(result.reinterpreted(as: layout.input.plainLayout), to: layout.input) }
        if problem.hasBias { updateBias(by: gradient) }
    }

    private func appendUpdate(_ gradient: Memory, source: Memory, result: Memory?, scratch: Memory) {
        let (context, kernel, problem) = (layout.builder.context, layout.node.parameters[0], problem)
        let (memory, count, slots) = (kernel.memory, kernel.storedCount, kernel.slots.map(\.floats))
        layout.builder.append(label, touching: [gradient, source, scratch] + (result.map { [$0] } ?? [])) {
            var layer = nbrun_dense_backward(
                samples: problem.rows, inputs: problem.inputs, outputs: problem.outputs, values: source.floats,
                gradient: gradient.floats, values_gradient: result?.floats, scratch: scratch.floats)
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
        let operations = products * 2 * Double(problem.rows) * Double(problem.inputs) * Double(problem.outputs)
        let optimizer = layout.builder.context.optimizer.name
        return layout.label(.backward, "products and \(optimizer)", operations: operations)
    }
}
