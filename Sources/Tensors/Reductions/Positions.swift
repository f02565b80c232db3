import Display

extension Tensor {
    /// The position of the largest number: along an axis, or among all in row-major order. The first one where several
    /// are as large; NaN counts as the largest.
    ///
    ///     model.predict(images).argmax(axis: 1)   // the likeliest class of each image
    public func argmax(axis: Int? = nil) -> Tensor {
        firstPositions("argmax", axis) { $0 > $1 }
    }

    /// The position of the smallest number, likewise.
    public func argmin(axis: Int? = nil) -> Tensor {
        firstPositions("argmin", axis) { $0 < $1 }
    }

    private func firstPositions(
        _ name: String, _ axis: Int?, _ isBetter: (Float, Float) -> Bool
    ) -> Tensor {
        guard let axis else { return flattened().firstPositions(name, 0, isBetter) }
        let place = shape.axis(axis, for: name)
        let (outer, size) = (shape.sizes[..<place].reduce(1, *), shape.sizes[place])
        let inner = shape.sizes[(place + 1)...].reduce(1, *)
        demand(size > 0, "\(name): there is no number along axis \(axis) of a tensor of shape \(shape)")
        var sizes = shape.sizes
        sizes.remove(at: place)
        return withFloats { numbers in
            Tensor(
                shape: Shape(sizes),
                fillingIntegers: { positions in
                    for result in 0..<outer * inner {
                        let start = result / inner * size * inner + result % inner
                        var best = 0
                        for position in 1..<Swift.max(size, 1) where !numbers[start + best * inner].isNaN {
                            let number = numbers[start + position * inner]
                            if isBetter(number, numbers[start + best * inner]) || number.isNaN { best = position }
                        }
                        positions[result] = Int32(best)
                    }
                })
        }
    }
}
