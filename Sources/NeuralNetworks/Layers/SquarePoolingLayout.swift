internal import CKernels

/// Lays out the two passes of a max-pooling by 2 × 2 pixels side by side, for images in blocks of 16 channels.
struct SquarePoolingLayout {
    private let layout: LayerLayout
    private let input: Signal
    private let planes, height, width: Int

    init(_ layout: LayerLayout) {
        self.layout = layout
        input = layout.input
        let sizes = input.memory.layout.sizes
        (height, width) = (sizes[2], sizes[3])
        planes = sizes[0] * ((sizes[1] + 15) / 16)
    }

    func layOut() -> Signal {
        let sizes = input.memory.layout.sizes
        let output = layout.signal(
            layout.builder.allocate(.channelBlocks([sizes[0], sizes[1], height / 2, width / 2])),
            isRectified: input.isRectified)
        let corners = layout.cornerMemory(of: output)
        layOutForward(to: output.memory, corners)
        layout.onWayBack(from: output) { gradient in
            // As in `PoolingLayout`, the mask can be laid over the smaller image.
            let gradient = layout.masked(gradient, of: output)
            if output.isRectified, input.letsReaderMask { input.gradientIsMasked = true }
            layOutBackward(layout.builder.reorder(gradient, to: output.memory.layout, for: layout.node.name), corners!)
        }
        return output
    }

    private func layOutForward(to result: Memory, _ corners: Memory?) {
        let source = input.memory
        let memories = [source, result] + (corners.map { [$0] } ?? [])
        layout.builder.append(layout.label(.forward, "squares"), touching: memories) { [planes, height, width] in
            nbrun_pool_squares(source.floats, result.floats, corners?.bytes, planes, height, width)
        }
    }

    private func layOutBackward(_ gradient: Memory, _ corners: Memory) {
        let result = layout.builder.allocate(input.memory.layout)
        layout.builder.append(layout.label(.backward, "squares"), touching: [gradient, corners, result]) {
            [planes, height, width] in
            nbrun_unpool_squares(gradient.floats, corners.bytes, result.floats, planes, height, width)
        }
        layout.contribute(result, to: input)
    }
}

extension LayerLayout {
    /// A byte for each number of what was pooled, which of the 2 × 2 pixels it was; nil where no gradient goes back.
    func cornerMemory(of pooled: Signal) -> Memory? {
        guard builder.isTraining, pooled.needsGradient else { return nil }
        let count = pooled.memory.layout.floatCount
        return builder.allocate(MemoryDescriptor(rowMajor: [count / MemoryLayout<Float>.size]))
    }
}
