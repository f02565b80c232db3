extension LayerLayout {
    /// The sum of memories of the same sizes, each times its factor, in the layout of the first.
    func sum(_ pass: Command.Pass, _ terms: [(memory: Memory, scale: Float)]) -> Memory {
        let layout = terms[0].memory.layout
        let sources = terms.map { builder.reorder($0.memory, to: layout, for: node.name) }
        let descriptor = PrimitiveDescriptor(sumOf: sources.map(\.layout), scales: terms.map(\.scale), to: layout)
        let result = builder.allocate(layout)
        builder.append(
            label(pass, descriptor.implementation), descriptor,
            sources.enumerated().map { (Argument.source($0), $1) } + [(Argument.destination, result)])
        return result
    }

    /// A copy that may be written to.
    func copy(_ memory: Memory) -> Memory { sum(.forward, [(memory, 1)]) }

    /// Σ scaleᵢ xᵢ, of inputs of the same shape.
    func weightedSum(_ scales: [Float]) -> Signal {
        let output = signal(sum(.forward, zip(inputs.map(memory), scales).map { ($0, $1) }))
        onWayBack(from: output) { gradient in
            for (input, scale) in zip(inputs, scales) where input.needsGradient {
                contribute(scale == 1 ? gradient : sum(.backward, [(gradient, scale)]), to: input)
            }
        }
        return output
    }
}
