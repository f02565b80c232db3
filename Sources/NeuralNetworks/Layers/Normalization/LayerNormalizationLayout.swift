import Tensors

/// Lays out the two passes of a layer normalization in a plan.
struct LayerNormalizationLayout {
    private let layout: LayerLayout
    private let gamma: Parameter?
    private let beta: Parameter?
    private let axisRows: AxisRows
    private let source: Memory
    private let problem: LayerNormalizationProblem
    /// Mean and variance of each row, which the way back needs.
    private let statistics: [(Int32, Memory)]

    init(_ layout: LayerLayout, axes: [Int], epsilon: Double) {
        let builder = layout.builder
        let axisRows = AxisRows(of: layout.input, along: axes, in: layout)
        let perRow = MemoryDescriptor(rowMajor: [axisRows.layout.sizes[0]])
        self.layout = layout
        self.axisRows = axisRows
        gamma = layout.parameter("gamma")
        beta = layout.parameter("beta")
        source = axisRows.rows
        problem = LayerNormalizationProblem(
            rows: axisRows.layout, epsilon: Float(epsilon), hasScale: gamma != nil, hasShift: beta != nil)
        statistics =
            builder.isTraining ? [Argument.mean, Argument.variance].map { ($0, builder.allocate(perRow)) } : []
    }

    func layOut() -> Signal {
        let forward = problem.forward(isTraining: layout.builder.isTraining)
        let result = layout.builder.allocate(axisRows.layout)
        layout.builder.append(
            layout.label(.forward, forward.implementation), forward,
            [(Argument.source, source), (Argument.destination, result)] + statistics + scaleAndShift)
        let output = layout.signal(axisRows.restored(result))
        layout.onWayBack(from: output) { layOutBackward($0, hint: forward) }
        return output
    }

    private func layOutBackward(_ gradient: Memory, hint: PrimitiveDescriptor) {
        let builder = layout.builder
        let backward = problem.backward(hint: hint)
        let result = builder.allocate(axisRows.layout)
        let byScale = gamma.map { (Argument.scaleGradient, builder.allocate($0.memory.layout)) }
        let byShift = beta.map { (Argument.shiftGradient, builder.allocate($0.memory.layout)) }
        builder.append(
            layout.label(.backward, backward.implementation), backward,
            [
                (Argument.source, source), (Argument.destinationGradient, axisRows.rows(of: gradient)),
                (Argument.sourceGradient, result),
            ] + statistics + scaleAndShift + [byScale, byShift].compactMap(\.self))
        if layout.isTrainable, let gamma, let byScale { layout.update(gamma, by: byScale.1) }
        if layout.isTrainable, let beta, let byShift { layout.update(beta, by: byShift.1) }
        layout.contribute(axisRows.restored(result), to: layout.input)
    }

    private var scaleAndShift: [(Int32, Memory)] {
        (gamma.map { [(Argument.scale, $0.memory)] } ?? []) + (beta.map { [(Argument.shift, $0.memory)] } ?? [])
    }
}
