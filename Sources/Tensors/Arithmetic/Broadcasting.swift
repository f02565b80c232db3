import Display

extension Shape {
    /// The shape that both are stretched to: aligned at their last axes, an axis of size 1 is repeated as often as needed.
    ///
    ///     (32, 1, 3) and (28, 1) give (32, 28, 3); (2, 3) and (2,) do not match.
    func broadcast(with other: Shape) -> Shape? {
        let rank = max(rank, other.rank)
        var sizes: [Int] = []
        for axis in 0..<rank {
            let a = self.size(axis, of: rank), b = other.size(axis, of: rank)
            guard a == b || a == 1 || b == 1 else { return nil }
            sizes.append(a == 1 ? b : a)
        }
        return Shape(sizes)
    }

    private func size(_ axis: Int, of largerRank: Int) -> Int {
        let own = axis - (largerRank - rank)
        return own < 0 ? 1 : sizes[own]
    }
}

extension Tensor {
    /// The numbers repeated along axes of size 1, and along new ones in front, to a larger shape.
    ///
    ///     Tensor([1, 2, 3]).broadcast(to: [2, 3])   // [[1 2 3] [1 2 3]]
    public func broadcast(to shape: Shape) -> Tensor {
        if shape == self.shape { return self }
        demand(
            self.shape.broadcast(with: shape) == shape,
            "broadcast: a tensor of shape \(self.shape) cannot be stretched to \(shape)")
        return TensorView(self).broadcast(to: shape).tensor()
    }

    /// The shape of an operation on two tensors; says what does not match.
    static func broadcastShape(_ a: Tensor, _ b: Tensor, for operation: String) -> Shape {
        guard let shape = a.shape.broadcast(with: b.shape) else {
            misuse(
                "\(operation): the shapes \(a.shape) and \(b.shape) do not match; counted from the last axis, sizes must "
                    + "be equal, or one of them 1")
        }
        return shape
    }
}
