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

extension LayerLayout {
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
