extension LayerLayout {
    /// The input's own memory under the layer's name and shape.
    func passedOn(_ input: Signal) -> Signal {
        let output = Signal(
            shape: node.outputShape, memory: input.memory, needsGradient: input.needsGradient,
            readerCount: readerCount, isRectified: input.letsReaderMask)
        onWayBack(from: output) { gradient in
            if output.gradientIsMasked { input.gradientIsMasked = true }
            contribute(gradient, to: input)
        }
        return output
    }
}
