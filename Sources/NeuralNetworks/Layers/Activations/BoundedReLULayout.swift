internal import CKernels

extension LayerLayout {
    /// The input above a threshold and up to a limit; below the threshold, a part of the distance to it.
    func rectifiedInput(upTo limit: Float, slope: Float, threshold: Float) -> Signal {
        let source = unpadded(input)
        let count = source.layout.floatCount
        let output = derived(from: input, builder.allocate(source.layout))
        builder.append(label(.forward, "bounded relu"), touching: [source, output.memory]) {
            nbrun_bounded_relu(source.floats, output.memory.floats, count, limit, slope, threshold)
        }
        onWayBack(from: output) { gradient in
            let gradient = builder.reorder(gradient, to: source.layout, for: node.name)
            let result = builder.allocate(source.layout)
            builder.append(label(.backward, "bounded relu"), touching: [source, gradient, result]) {
                nbrun_bounded_relu_gradient(
                    source.floats, gradient.floats, result.floats, count, limit, slope, threshold)
            }
            contribute(result, to: input)
        }
        return output
    }

    /// A signal's memory, without the numbers that fill up incomplete blocks of channels: these have to stay 0.
    func unpadded(_ signal: Signal) -> Memory {
        let layout = signal.memory.layout
        let isFull = layout.floatCount == layout.sizes.reduce(1, *)
        return isFull ? signal.memory : builder.reorder(signal.memory, to: signal.plainLayout, for: node.name)
    }
}
