import Display

extension Tensor {
    /// The tensor repeated so many times along each axis.
    ///
    ///     Tensor([[1, 2]]).tiled(2, 2)          // [[1 2 1 2] [1 2 1 2]]
    ///     images[0...0].tiled(100, 1, 1)        // the first image a hundred times
    ///
    /// With more counts than axes, axes of size 1 are put in front; with fewer, the first axes are not repeated.
    public func tiled(_ counts: Int...) -> Tensor {
        demand(counts.allSatisfy { $0 >= 0 }, "tiled: the counts must not be negative, but are \(counts)")
        let rank = Swift.max(rank, counts.count)
        let sizes = Array(repeating: 1, count: rank - self.rank) + shape.sizes
        let counts = Array(repeating: 1, count: rank - counts.count) + counts
        // Before each axis stands one for its repetitions, along which nothing moves.
        var view = TensorView(reshaped(Shape(sizes)))
        let strides = view.strides
        view.sizes = zip(counts, sizes).flatMap { [$0, $1] }
        view.strides = strides.flatMap { [0, $0] }
        return view.tensor().reshaped(Shape(zip(counts, sizes).map { $0 * $1 }))
    }
}
