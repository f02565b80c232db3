import Display

extension Tensor {
    /// The same numbers with one more axis, of size 1.
    ///
    ///     image.expandingDimension(at: 0)    // (28, 28) becomes (1, 28, 28): a batch of one
    ///     image.expandingDimension(at: -1)   // (28, 28) becomes (28, 28, 1): one channel
    public func expandingDimension(at axis: Int) -> Tensor {
        demand(
            -rank - 1...rank ~= axis,
            "expandingDimension: the axis must be in \(-rank - 1)...\(rank) for a shape \(shape), but is \(axis)")
        var sizes = shape.sizes
        sizes.insert(1, at: axis < 0 ? axis + rank + 1 : axis)
        return reshaped(Shape(sizes))
    }

    /// The same numbers without the named axes, which must be of size 1; without all such axes, if none is named.
    ///
    ///     batch[0...0].squeezed(axis: 0)
    public func squeezed(axis axes: Int...) -> Tensor {
        let named = axes.map { shape.axis($0, for: "squeezed") }
        for axis in named {
            demand(
                shape.sizes[axis] == 1,
                "squeezed: axis \(axis) must be of size 1, but the shape is \(shape)")
        }
        let sizes = shape.sizes.enumerated().filter { axis, size in
            axes.isEmpty ? size != 1 : !named.contains(axis)
        }
        return reshaped(Shape(sizes.map(\.element)))
    }
}
