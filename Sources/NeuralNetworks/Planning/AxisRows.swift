import Tensors

/// A signal's numbers in rows along some of its axes: a row for each place of the other axes.
struct AxisRows {
    /// The sizes of the rows: how many there are, and their width.
    let layout: MemoryDescriptor
    /// The axes of the signal's memory, those of a row innermost.
    private let arranged: MemoryDescriptor
    private let source: Memory
    private let builder: PlanBuilder
    private let layer: String

    /// - Parameter axes: of one sample, in increasing order.
    init(of signal: Signal, along axes: [Int], in layout: LayerLayout) {
        let (shape, batchSize) = (signal.shape, layout.builder.batchSize)
        let width = axes.reduce(1) { $0 * shape[$1] }
        self.layout = MemoryDescriptor(rowMajor: [batchSize * shape.count / width, width])
        builder = layout.builder
        layer = layout.node.name
        if axes == Array(shape.rank - axes.count..<shape.rank) {
            arranged = signal.plainLayout
            source = signal.memory
        } else {
            let others = (0..<shape.rank).filter { !axes.contains($0) }
            arranged = MemoryDescriptor(
                MemoryDescriptor.plain(shape, batchSize: batchSize).sizes,
                order: [0] + (others + axes).map { MemoryDescriptor.axis($0, of: shape) })
            source = layout.memory(of: signal)
        }
    }

    /// The signal as rows.
    var rows: Memory { rows(of: source) }

    /// Memory with the signal's axes, such as a gradient, as rows.
    func rows(of memory: Memory) -> Memory {
        builder.reorder(memory, to: arranged, for: layer).reinterpreted(as: layout)
    }

    /// Rows as memory with the signal's axes.
    func restored(_ rows: Memory) -> Memory { rows.reinterpreted(as: arranged) }
}
