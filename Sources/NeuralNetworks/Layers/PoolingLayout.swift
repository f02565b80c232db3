/// Lays out the two passes of a pooling in a plan.
struct PoolingLayout {
    let layout: LayerLayout
    let problem: PoolingProblem

    func layOut() -> Signal {
        let (input, builder) = (layout.input, layout.builder)
        let forward = problem.forward(isTraining: builder.isTraining)
        let output = layout.signal(
            builder.allocate(forward.destination), isRectified: problem.algorithm == .maximum && input.isRectified)
        let remembered =
            forward.workspace.byteCount > 0 ? [(Argument.workspace, builder.allocate(forward.workspace))] : []
        builder.append(
            layout.label(.forward, forward.implementation), forward,
            [(Argument.source, input.memory), (Argument.destination, output.memory)] + remembered)
        layout.onWayBack(from: output) { gradient in
            // The largest value is positive where the relu let it through: so the mask can be laid over the smaller image.
            let gradient = layout.masked(gradient, of: output)
            if output.isRectified, input.letsReaderMask { input.gradientIsMasked = true }
            let backward = problem.backward(hint: forward)
            let result = builder.allocate(backward.sourceGradient)
            builder.append(
                layout.label(.backward, backward.implementation), backward,
                [
                    (
                        Argument.destinationGradient,
                        builder.reorder(gradient, to: backward.destinationGradient, for: layout.node.name)
                    ),
                    (Argument.sourceGradient, result),
                ] + remembered)
            layout.contribute(result, to: input)
        }
        return output
    }
}

extension LayerLayout {
    /// The input pooled by a window that moves over it.
    func pooled(_ algorithm: PoolingProblem.Algorithm, by window: WindowGeometry) -> Signal {
        let shape = node.outputShape
        let problem = PoolingProblem(
            algorithm: algorithm, source: input.memory.layout,
            destination: [builder.batchSize, shape[2], shape[0], shape[1]], window: window.size.values,
            strides: window.strides.values, margins: window.margins(input.shape.sizes))
        return PoolingLayout(layout: self, problem: problem).layOut()
    }
}
