import Display

extension Tensor {
    /// The position of the largest number: along an axis, or among all in row-major order. The first one where several
    /// are as large; NaN counts as the largest.
    ///
    ///     model.predict(images).argmax(axis: 1)   // the likeliest class of each image
    public func argmax(axis: Int? = nil) -> Tensor {
        positions("argmax", axis, .largest)
    }

    /// The position of the smallest number, likewise; NaN counts as the smallest.
    public func argmin(axis: Int? = nil) -> Tensor {
        positions("argmin", axis, .smallest)
    }

    private func positions(_ name: String, _ axis: Int?, _ wanted: Extreme) -> Tensor {
        guard let axis else { return flattened().positions(name, 0, wanted) }
        let place = shape.axis(axis, for: name)
        let (size, inner) = (shape.sizes[place], shape.sizes[(place + 1)...].reduce(1, *))
        demand(size > 0, "\(name): there is no number along axis \(axis) of a tensor of shape \(shape)")
        var sizes = shape.sizes
        sizes.remove(at: place)
        let result = Tensor(uninitialized: Shape(sizes), .int32)
        let positions = result.elements(of: Int32.self)
        for index in positions.indices {
            let line = Line(start: index / inner * size * inner + index % inner, step: inner, count: size)
            switch elementType {
            case .uint8, .bool: positions[index] = Int32(line.position(of: wanted, in: elements(of: UInt8.self)))
            case .int32: positions[index] = Int32(line.position(of: wanted, in: elements(of: Int32.self)))
            case .float32: positions[index] = Int32(line.position(of: wanted, in: elements(of: Float.self)))
            }
        }
        return withExtendedLifetime(storage) { result }
    }
}

private enum Extreme { case largest, smallest }

/// Elements at equal distances in memory.
private struct Line {
    let start, step, count: Int

    func position<Element: Comparable>(
        of wanted: Extreme, in elements: UnsafeMutableBufferPointer<Element>
    ) -> Int {
        var best = 0
        for position in 1..<max(count, 1) {
            let found = elements[start + best * step], next = elements[start + position * step]
            // Only NaN is not equal to itself.
            if found != found { break }
            if next != next || (wanted == .largest ? next > found : next < found) { best = position }
        }
        return best
    }
}
