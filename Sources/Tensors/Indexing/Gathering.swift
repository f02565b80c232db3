import Display

extension Tensor {
    /// The parts at these positions along an axis, in this order; negative positions count from the end.
    ///
    ///     images.gathered(at: [3, 1, 3])            // three images
    ///     table.gathered(at: [0, -1], axis: 1)      // the first and the last column
    public func gathered(at positions: [Int], axis: Int = 0) -> Tensor {
        gathered(at: positions, axis: axis, as: "gathered")
    }

    /// - Parameter name: what a message calls it.
    func gathered(at positions: [Int], axis: Int = 0, as name: String) -> Tensor {
        let axis = shape.axis(axis, for: name)
        let size = shape.sizes[axis]
        let outside = positions.first { !(-size..<size ~= $0) }
        demand(
            outside == nil,
            "\(name): position \(outside ?? 0) is out of range: axis \(axis) has \(counted(size, "position"))")
        let runBytes = shape.sizes[(axis + 1)...].reduce(1, *) * elementType.size
        let outer = shape.sizes[..<axis].reduce(1, *)
        var sizes = shape.sizes
        sizes[axis] = positions.count
        let result = Tensor(uninitialized: Shape(sizes), elementType)
        var place = result.start
        for block in 0..<outer {
            for position in positions {
                let row = block * size + (position < 0 ? position + size : position)
                place.copyMemory(from: start.advanced(by: row * runBytes), byteCount: runBytes)
                place += runBytes
            }
        }
        return result.marked(asCountOfMasks: storage.isCountOfMasks)
    }

    /// The parts at the positions that a tensor of whole numbers holds.
    public func gathered(at positions: Tensor, axis: Int = 0) -> Tensor {
        gathered(at: positions.wholeNumbers(as: "gathered"), axis: axis, as: "gathered")
    }

    /// The positions that stand in a tensor's brackets, which must not be numbers that came from masks.
    func positions(as name: String) -> [Int] {
        demand(
            !storage.isCountOfMasks,
            "\(name): these whole numbers come from masks and are no positions: join masks by .&, .| and .^, turn them by "
                + ".!, or, where positions are meant, write gathered(at:)")
        return wholeNumbers(as: name)
    }

    /// - Parameter name: what a message calls it.
    private func wholeNumbers(as name: String) -> [Int] {
        demand(
            rank == 1 && elementType != .float32 && elementType != .bool,
            "\(name): the positions must be whole numbers along one axis, but are \(elementType) of shape \(shape)")
        return (0..<count).map { Int(number(at: $0)) }
    }
}
