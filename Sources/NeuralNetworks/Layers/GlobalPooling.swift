import Tensors

extension LayerPlace {
    /// What is left of images when each channel becomes one number.
    func globallyPooledShape(keepdims: Bool) throws(LayerRefusal) -> Shape {
        try expectImages()
        return keepdims ? [1, 1, inputShape[2]] : [inputShape[2]]
    }
}

extension LayerLayout {
    /// The input pooled by a window over the whole image.
    ///
    /// The result keeps four axes of memory, like a flattened image of one pixel.
    func globallyPooled(_ algorithm: PoolingProblem.Algorithm) -> Signal {
        let shape = input.shape
        let problem = PoolingProblem(
            algorithm: algorithm, source: input.memory.layout, destination: [builder.batchSize, shape[2], 1, 1],
            window: [shape[0], shape[1]], strides: [1, 1], margins: ([0, 0], [0, 0]))
        return PoolingLayout(layout: self, problem: problem).layOut()
    }
}
