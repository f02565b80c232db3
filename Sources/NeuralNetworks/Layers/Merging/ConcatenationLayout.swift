import Tensors

/// Lays out the two passes of a concatenation in a plan.
struct ConcatenationLayout {
    let layout: LayerLayout
    /// Counted as memory counts.
    let axis: Int

    func layOut() -> Signal {
        let sources = layout.inputs.map(layout.memory)
        let forward = PrimitiveDescriptor(concatenating: sources.map(\.layout), axis: axis)
        let output = layout.signal(layout.builder.allocate(forward.destination))
        layout.builder.append(
            layout.label(.forward, forward.implementation), forward,
            sources.enumerated().map { (Argument.source($0), $1) } + [(Argument.destination, output.memory)])
        layout.onWayBack(from: output, handOut)
        return output
    }

    /// Each input's part of the gradient, copied out of it.
    private func handOut(_ gradient: Memory) {
        // A part of a blocked layout may begin inside a block; of a plain one it never does.
        let gradient = layout.builder.reorder(gradient, to: .plain(gradient.layout.sizes), for: layout.node.name)
        var start = 0
        for input in layout.inputs {
            let sizes = MemoryDescriptor.plain(input.shape, batchSize: layout.builder.batchSize).sizes
            let range = start..<start + sizes[axis]
            start = range.upperBound
            guard input.needsGradient else { continue }
            let part = Memory(gradient.layout.part(range, alongAxis: axis)!, in: gradient.region)
            layout.contribute(layout.builder.reorder(part, to: .plain(sizes), for: layout.node.name), to: input)
        }
    }
}
