internal import CKernels
import Tensors

/// Lays out the three passes of a convolution by Winograd's F(4×4, 3×3) in a plan.
///
/// Its kernel lies as the reader sees it. Each pass transforms what it needs of it; a plan for inference does so once.
struct WinogradLayout {
    private let layout: LayerLayout
    private let problem: ConvolutionProblem
    private let isRectified: Bool
    /// Whether the pooling that reads the results is done while they are stored: the whole images never exist, nor do
    /// the gradients by them, of which three quarters are 0.
    private let isPooled: Bool
    private let shape: nbrun_winograd_shape

    init(_ layout: LayerLayout, _ problem: ConvolutionProblem, isRectified: Bool, mayPool: Bool) {
        self.layout = layout
        self.problem = problem
        self.isRectified = isRectified
        let source = problem.source.map(Int32.init)
        shape = nbrun_winograd_shape_of(
            source[0], source[1], Int32(problem.weights[0]), source[2], source[3], Int32(problem.margins.before[0]))
        let reader = layout.onlyReader?.layer as? MaxPool2D
        let isWanted = mayPool && reader?.poolsSquares(of: Array(problem.destination[2...])) == true
        isPooled = isWanted && withUnsafePointer(to: shape, nbrun_winograd_can_pool) != 0
    }

    func layOut() -> Signal {
        let kernel = layout.value(
            of: layout.node.parameters[0], as: MemoryDescriptor(problem.weights, order: [2, 3, 1, 0]))
        let source = reordered(layout.input.memory, to: problem.source)
        let output = layout.signal(
            layout.builder.allocate(.channelBlocks(resultSizes)), isRectified: isRectified, isPooled: isPooled)
        let corners = isPooled ? layout.cornerMemory(of: output) : nil
        layOutForward(source, kernel: kernel, to: output.memory, corners)
        layout.onWayBack(from: output) { gradient in
            let values = reordered(layout.masked(gradient, of: output), to: resultSizes)
            let gradient = Gradient(values: values, corners: corners)
            if layout.input.needsGradient { layOutBackwardData(gradient, kernel: kernel, source: source) }
            if layout.isTrainable { layOutBackwardWeights(gradient, source: source) }
        }
        return output
    }

    /// The sizes of what is stored.
    private var resultSizes: [Int] {
        isPooled ? problem.destination.prefix(2) + problem.destination.dropFirst(2).map { $0 / 2 } : problem.destination
    }

    private func layOutForward(_ source: Memory, kernel: Memory, to destination: Memory, _ corners: Memory?) {
        let bias = problem.hasBias ? layout.node.parameters[1].memory : nil
        let weights = transformed(kernel, for: shape, by: nbrun_winograd_transform_kernel)
        let scratch = scratch(nbrun_winograd_convolution_scratch)
        layout.builder.append(
            label(.forward),
            touching: [source, weights, destination, scratch] + (bias.map { [$0] } ?? []) + (corners.map { [$0] } ?? [])
        ) { [shape, isRectified, isPooled] in
            let ending = nbrun_winograd_ending(
                bias: bias?.floats, is_rectified: isRectified ? 1 : 0, mask: nil, is_pooled: isPooled ? 1 : 0,
                corners: corners?.bytes)
            let images = nbrun_winograd_images(values: source.floats, corners: nil)
            withUnsafePointer(to: shape) {
                nbrun_winograd_convolve($0, images, weights.floats, ending, destination.floats, scratch.floats)
            }
        }
    }

    /// Masks what it makes by its own input, where that is rectified and nobody else reads it.
    private func layOutBackwardData(_ gradient: Gradient, kernel: Memory, source: Memory) {
        let destination = layout.builder.allocate(.channelBlocks(problem.source))
        let mask = layout.input.letsReaderMask ? source : nil
        let goesBack = withUnsafePointer(to: shape, nbrun_winograd_prefers_back) != 0
        let layOut = goesBack ? layOutWayBack : layOutReversed
        layOut(gradient, kernel, mask, destination)
        if mask != nil { layout.input.gradientIsMasked = true }
        layout.contribute(destination, to: layout.input)
    }

    /// By the tiles of the images, as the convolution that the gradient's own sizes ask for.
    private func layOutReversed(_ gradient: Gradient, _ kernel: Memory, _ mask: Memory?, _ destination: Memory) {
        let reversed = withUnsafePointer(to: shape, nbrun_winograd_reversed)
        let weights = transformed(kernel, for: reversed, by: nbrun_winograd_transform_reversed_kernel)
        let scratch = scratch(nbrun_winograd_convolution_scratch, for: reversed)
        let memories = gradient.memories + [weights, destination, scratch] + (mask.map { [$0] } ?? [])
        layout.builder.append(label(.backwardData), touching: memories) {
            let ending = nbrun_winograd_ending(
                bias: nil, is_rectified: 0, mask: mask?.floats, is_pooled: 0, corners: nil)
            withUnsafePointer(to: reversed) {
                nbrun_winograd_convolve($0, gradient.images, weights.floats, ending, destination.floats, scratch.floats)
            }
        }
    }

    /// By the tiles of the results, each step of the way there transposed.
    private func layOutWayBack(_ gradient: Gradient, _ kernel: Memory, _ mask: Memory?, _ destination: Memory) {
        let separated = withUnsafePointer(to: shape, nbrun_winograd_separated)
        let reversed = withUnsafePointer(to: shape, nbrun_winograd_reversed)
        let weights = transformed(kernel, for: reversed, by: nbrun_winograd_transform_transposed_kernel)
        let scratch = scratch(nbrun_winograd_back_scratch, for: separated)
        let memories = gradient.memories + [weights, destination, scratch] + (mask.map { [$0] } ?? [])
        layout.builder.append(label(.backwardData), touching: memories) {
            withUnsafePointer(to: separated) {
                nbrun_winograd_convolve_back(
                    $0, gradient.images, weights.floats, mask?.floats, destination.floats, scratch.floats)
            }
        }
    }

    private func layOutBackwardWeights(_ gradient: Gradient, source: Memory) {
        let kernelGradient = layout.builder.allocate(MemoryDescriptor(problem.weights, order: [2, 3, 1, 0]))
        let biasGradient = layout.builder.allocate(MemoryDescriptor(rowMajor: [problem.weights[0]]))
        let scratch = scratch(nbrun_winograd_gradient_scratch)
        layout.builder.append(
            label(.backwardWeights), touching: gradient.memories + [source, kernelGradient, biasGradient, scratch]
        ) { [shape] in
            withUnsafePointer(to: shape) {
                nbrun_winograd_kernel_gradient(
                    $0, source.floats, gradient.images, kernelGradient.floats, biasGradient.floats, scratch.floats)
            }
        }
        layout.update(layout.node.parameters[0], by: kernelGradient)
        if problem.hasBias { layout.update(layout.node.parameters[1], by: biasGradient) }
    }

    /// The kernel as a pass multiplies with it.
    private func transformed(
        _ kernel: Memory, for shape: nbrun_winograd_shape,
        by transform:
            @escaping (UnsafePointer<nbrun_winograd_shape>, UnsafePointer<Float>, UnsafeMutablePointer<Float>)
            -> Void
    ) -> Memory {
        let count = withUnsafePointer(to: shape, nbrun_winograd_weights_count)
        let label = layout.label(.reorder, "winograd_4x3 kernel")
        return layout.builder.transformed(kernel, floatCount: count, label) { kernel, weights in
            withUnsafePointer(to: shape) { transform($0, kernel, weights) }
        }
    }

    private func scratch(
        _ count: (UnsafePointer<nbrun_winograd_shape>) -> Int, for shape: nbrun_winograd_shape? = nil
    ) -> Memory {
        let count = withUnsafePointer(to: shape ?? self.shape, count)
        return layout.builder.allocate(MemoryDescriptor(rowMajor: [count]))
    }

    private func reordered(_ memory: Memory, to sizes: [Int]) -> Memory {
        layout.builder.reorder(memory, to: .channelBlocks(sizes), for: layout.node.name)
    }

    private func label(_ pass: Command.Pass) -> Command.Label {
        layout.label(pass, isPooled ? "winograd_4x3 pooled" : "winograd_4x3", operations: problem.operations)
    }
}

/// A gradient by a convolution's results, pooled or not.
private struct Gradient {
    let values: Memory
    /// Which of 2 × 2 results each number belongs to, where they were pooled.
    let corners: Memory?

    var memories: [Memory] { [values] + (corners.map { [$0] } ?? []) }
    var images: nbrun_winograd_images { nbrun_winograd_images(values: values.floats, corners: corners?.bytes) }
}
