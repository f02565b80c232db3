extension LayerLayout {
    /// eˣ / Σ eˣ over one axis of a sample.
    func softmax(of input: Signal, over axis: Int) -> Signal {
        let axisRows = AxisRows(of: input, along: [axis], in: self)
        let problem = SoftmaxProblem(rows: axisRows.layout)
        let forward = problem.forward(isTraining: builder.isTraining)
        let result = builder.allocate(axisRows.layout)
        builder.append(
            label(.forward, forward.implementation), forward,
            [(Argument.source, axisRows.rows), (Argument.destination, result)])
        let output = derived(from: input, axisRows.restored(result))
        onWayBack(from: output) { gradient in
            let backward = problem.backward(hint: forward)
            let inputGradient = builder.allocate(axisRows.layout)
            builder.append(
                label(.backward, backward.implementation), backward,
                [
                    (Argument.destination, result), (Argument.sourceGradient, inputGradient),
                    (Argument.destinationGradient, axisRows.rows(of: gradient)),
                ])
            contribute(axisRows.restored(inputGradient), to: input)
        }
        return output
    }
}
