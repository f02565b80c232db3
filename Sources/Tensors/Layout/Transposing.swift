import Display

extension Tensor {
    /// The axes in reverse order: rows become columns.
    ///
    ///     Tensor([[1, 2, 3], [4, 5, 6]]).transposed()   // [[1 4] [2 5] [3 6]]
    public func transposed() -> Tensor { reordered((0..<rank).reversed()) }

    /// The axes in another order: axis number `axes[0]` becomes the first one.
    ///
    ///     images.transposed(0, 2, 1)   // each image turned over its diagonal
    public func transposed(_ axes: Int...) -> Tensor {
        let counted = axes.map { shape.axis($0, for: "transposed") }
        demand(
            counted.sorted() == Array(0..<rank),
            "transposed: each of the \(rank) axes of a shape \(shape) must be named once, but the axes are \(axes)")
        return reordered(counted)
    }

    /// The elements in reverse order along an axis.
    ///
    ///     image.flipped(axis: 1)   // mirrored, left for right
    public func flipped(axis: Int) -> Tensor {
        let axis = shape.axis(axis, for: "flipped")
        var view = TensorView(self)
        view.offset += Swift.max(view.sizes[axis] - 1, 0) * view.strides[axis]
        view.strides[axis] *= -1
        return view.tensor()
    }

    private func reordered(_ axes: [Int]) -> Tensor {
        var view = TensorView(self)
        view.sizes = axes.map { shape.sizes[$0] }
        view.strides = axes.map { shape.strides[$0] }
        return view.tensor()
    }
}
