import Display

extension Tensor {
    /// The parts for which a mask is true, or the parts at the positions that a tensor of whole numbers holds.
    ///
    ///     images[labels .== 9]           // all boots: the mask is laid along the first axis
    ///     x[x .> 0.5]                    // all numbers above 0.5, in one axis
    ///     images[Tensor([3, 1, 2])]      // three images, in this order
    ///
    /// Where a mask is true, a number can be set.
    ///
    ///     x[x .< 0] = 0
    ///
    /// Whole numbers that were calculated from masks stop the cell, be they joined, summed along an axis or multiplied by
    /// positions: `1 - mask` and `mask * positions` are no positions, and no mask any more. `.!mask` is one. Where positions
    /// are meant, `gathered(at:)` takes them as they are, and `asType(.int32)` makes them such.
    public subscript(_ mask: Tensor) -> Tensor {
        get {
            guard mask.elementType == .bool else { return gathered(at: mask.positions(as: "x[…]"), as: "x[…]") }
            return withJoinedAxes(of: mask).gathered(at: mask.truePositions)
        }
        set { assign(newValue, where: mask) }
    }

    mutating func assign(_ value: Tensor, where mask: Tensor) {
        demand(mask.elementType == .bool, "only a part chosen by a mask can be set, but this is \(mask.elementType)")
        let positions = mask.truePositions
        let parts = withJoinedAxes(of: mask).shape.sizes.dropFirst()
        let chosen = Shape([positions.count] + parts)
        demand(
            value.shape.broadcast(with: chosen) == chosen,
            "the parts that a mask chooses, of shape \(chosen), cannot be set to a tensor of shape \(value.shape)")
        demandFitting(value)
        makeOwn()
        let values = value.asType(elementType).broadcast(to: chosen)
        let byteCount = parts.reduce(1, *) * elementType.size
        for (index, position) in positions.enumerated() {
            start.advanced(by: position * byteCount)
                .copyMemory(from: values.start.advanced(by: index * byteCount), byteCount: byteCount)
        }
        withExtendedLifetime(values) {}
    }

    /// The tensor with the axes on which the mask lies made one.
    private func withJoinedAxes(of mask: Tensor) -> Tensor {
        demand(
            rank >= mask.rank && Array(shape.sizes.prefix(mask.rank)) == mask.shape.sizes,
            "a mask of shape \(mask.shape) does not lie on the first axes of a tensor of shape \(shape)")
        return reshaped(Shape([mask.count] + shape.sizes.dropFirst(mask.rank)))
    }

    var truePositions: [Int] {
        let truths = elements(of: UInt8.self)
        return withExtendedLifetime(storage) { truths.indices.filter { truths[$0] != 0 } }
    }
}
