import Display

extension Tensor {
    /// The image with a filter laid on every place where it fits whole: each number of the filter times the pixel below
    /// it, added up.
    ///
    ///     let edges = image.convolved(with: Tensor([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]))   // (28, 28) becomes (26, 26)
    ///
    /// The image is of shape (rows, columns), or (rows, columns, channels), where each channel is filtered by itself; the
    /// filter is of shape (rows, columns). It is not turned over: this is what convolution layers do. Gives float32.
    public func convolved(with kernel: Tensor) -> Tensor {
        demand(
            kernel.rank == 2 && kernel.count > 0,
            "convolved: the filter must have 2 axes, but its shape is \(kernel.shape)")
        demand(
            2...3 ~= rank,
            "convolved: the image must be of shape (rows, columns) or (rows, columns, channels), but is \(shape)")
        let rows = shape[0] - kernel.shape[0] + 1, columns = shape[1] - kernel.shape[1] + 1
        demand(
            rows > 0 && columns > 0,
            "convolved: a filter of shape \(kernel.shape) does not fit into an image of shape \(shape)")
        let channels = rank == 3 ? shape[2] : 1
        let width = columns * channels
        let sums = withFloats { image in
            kernel.withFloats { weights in
                Self.rowSums(image, width: shape[1] * channels, weights, kernel.shape, channels, rows: rows, width)
            }
        }
        return Tensor(shape: Shape(rank == 3 ? [rows, columns, channels] : [rows, columns]), sums)
    }

    /// All rows of the result, each from the neighbouring rows of the image that the filter covers.
    private static func rowSums(
        _ image: UnsafeBufferPointer<Float>, width imageWidth: Int, _ weights: UnsafeBufferPointer<Float>,
        _ kernel: Shape, _ channels: Int, rows: Int, _ width: Int
    ) -> [Float] {
        var sums = [Float](repeating: 0, count: rows * width)
        for row in 0..<rows {
            for (index, weight) in weights.enumerated() {
                let (kernelRow, kernelColumn) = index.quotientAndRemainder(dividingBy: kernel[1])
                let start = (row + kernelRow) * imageWidth + kernelColumn * channels
                for column in 0..<width { sums[row * width + column] += weight * image[start + column] }
            }
        }
        return sums
    }
}
