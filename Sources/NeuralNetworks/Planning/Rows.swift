import Tensors

extension Signal {
    /// The reader's layout of the signal: channels last, without blocks.
    ///
    /// A flattened signal keeps the four axes of the images that it came from, so that the blocked layout of a convolution
    /// reaches the next layer as it is; read in this layout, it is Keras's flat vector.
    var plainLayout: MemoryDescriptor { .plain(memory.layout.sizes) }

    /// How many rows of its last axis it has.
    func rowCount(batchSize: Int) -> Int { batchSize * shape.count / shape[shape.rank - 1] }
}

extension MemoryDescriptor {
    /// Channels last for images, row-major for all else.
    static func plain(_ sizes: [Int]) -> MemoryDescriptor {
        // With one channel both orders are the same memory; oneDNN compares strides, so one of them has to be chosen.
        guard sizes.count == 4, sizes[1] > 1 else { return MemoryDescriptor(rowMajor: sizes) }
        return MemoryDescriptor(sizes, order: [0, 2, 3, 1])
    }
}

extension MemoryDescriptor {
    /// The reader's layout of a batch of samples of this shape.
    static func plain(_ shape: Shape, batchSize: Int) -> MemoryDescriptor {
        .plain(shape.rank == 3 ? [batchSize, shape[2], shape[0], shape[1]] : [batchSize] + shape.sizes)
    }

    /// The axis of memory that holds an axis of a sample: of images, memory counts the channels first.
    static func axis(_ axis: Int, of shape: Shape) -> Int {
        shape.rank == 3 ? [2, 3, 1][axis] : axis + 1
    }
}

extension LayerLayout {
    /// A signal's memory with the axes of its shape: a flattened one loses the four axes of its images.
    func memory(of signal: Signal) -> Memory {
        let plain = MemoryDescriptor.plain(signal.shape, batchSize: builder.batchSize)
        if signal.memory.layout.sizes == plain.sizes { return signal.memory }
        return builder.reorder(signal.memory, to: signal.plainLayout, for: node.name).reinterpreted(as: plain)
    }

    /// A gradient with the axes of the signal's own memory, where the signal was read with those of its shape.
    func gradient(_ gradient: Memory, withAxesOf signal: Signal) -> Memory {
        if gradient.layout.sizes == signal.memory.layout.sizes { return gradient }
        return builder.reorder(gradient, to: .plain(gradient.layout.sizes), for: node.name)
            .reinterpreted(as: signal.plainLayout)
    }

    /// A signal as rows of its last axis.
    func rows(of signal: Signal) -> Memory {
        builder.reorder(signal.memory, to: signal.plainLayout, for: node.name)
            .reinterpreted(as: rowLayout(of: signal))
    }

    /// The gradient by a signal as rows of its last axis.
    func rowsGradient(_ gradient: Memory, of signal: Signal) -> Memory {
        builder.reorder(gradient, to: signal.plainLayout, for: node.name).reinterpreted(as: rowLayout(of: signal))
    }

    private func rowLayout(of signal: Signal) -> MemoryDescriptor {
        let width = signal.shape[signal.shape.rank - 1]
        return MemoryDescriptor(rowMajor: [signal.rowCount(batchSize: builder.batchSize), width])
    }
}
