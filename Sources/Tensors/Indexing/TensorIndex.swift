import Display

/// What can stand between a tensor's brackets for one axis: a position, a range, or a stride.
///
///     x[0]            the first one along the first axis, which is then gone
///     x[-1]           the last one: negative positions count from the end, as in NumPy
///     x[0..., 2]      all along the first axis, position 2 along the second
///     x[1..<3]        positions 1 and 2; ranges may also be open: `1...`, `..<3`, `...3`
///     x[(-3)...]      the last three
///     x[stride(from: 0, to: 10, by: 2)]
///     x[0..., [0, 2]] a list of positions along the second, or a tensor of them, or a mask
public protocol TensorIndex {
    /// Which positions of an axis of this size are meant.
    func selection(ofAxis axis: Int, size: Int) -> AxisSelection
}

/// Positions along one axis, at equal distances but for those of a list.
public struct AxisSelection: Equatable, Sendable {
    let first: Int
    let count: Int
    let step: Int
    /// Whether the axis stays, even where it has one position only.
    let keepsAxis: Bool
    /// Those of a list, which need not be at equal distances.
    var positions: [Int]?

    static func all(_ size: Int) -> AxisSelection {
        AxisSelection(first: 0, count: size, step: 1, keepsAxis: true)
    }

    /// Whether nothing of an axis of this size is left out or moved.
    func isAll(of size: Int) -> Bool { self == .all(size) }
}

extension Int: TensorIndex {
    public func selection(ofAxis axis: Int, size: Int) -> AxisSelection {
        demand(
            -size..<size ~= self,
            "index \(self) is out of range: axis \(axis) has \(counted(size, "position"))")
        return AxisSelection(first: self < 0 ? self + size : self, count: 1, step: 1, keepsAxis: false)
    }
}

/// A range whose ends may count from the end of the axis.
private func selection(
    from lower: Int?, upTo upper: Int?, _ description: String, axis: Int, size: Int
) -> AxisSelection {
    let first = lower.map { $0 < 0 ? $0 + size : $0 } ?? 0
    let end = upper.map { $0 < 0 ? $0 + size : $0 } ?? size
    demand(
        first >= 0 && first <= end && end <= size,
        "range \(description) is out of range: axis \(axis) has \(counted(size, "position"))")
    return AxisSelection(first: first, count: end - first, step: 1, keepsAxis: true)
}

extension Range<Int>: TensorIndex {
    public func selection(ofAxis axis: Int, size: Int) -> AxisSelection {
        // -3..<0 means the last three, though 0 is no position from the end.
        let end = lowerBound < 0 && upperBound == 0 ? size : upperBound
        return Tensors.selection(from: lowerBound, upTo: end, "\(self)", axis: axis, size: size)
    }
}

extension ClosedRange<Int>: TensorIndex {
    public func selection(ofAxis axis: Int, size: Int) -> AxisSelection {
        let end = upperBound == -1 ? size : upperBound + 1
        return Tensors.selection(from: lowerBound, upTo: end, "\(self)", axis: axis, size: size)
    }
}

extension PartialRangeFrom<Int>: TensorIndex {
    public func selection(ofAxis axis: Int, size: Int) -> AxisSelection {
        Tensors.selection(from: lowerBound, upTo: nil, "\(lowerBound)...", axis: axis, size: size)
    }
}

extension PartialRangeUpTo<Int>: TensorIndex {
    public func selection(ofAxis axis: Int, size: Int) -> AxisSelection {
        Tensors.selection(from: nil, upTo: upperBound, "..<\(upperBound)", axis: axis, size: size)
    }
}

extension PartialRangeThrough<Int>: TensorIndex {
    public func selection(ofAxis axis: Int, size: Int) -> AxisSelection {
        let end = upperBound == -1 ? size : upperBound + 1
        return Tensors.selection(from: nil, upTo: end, "...\(upperBound)", axis: axis, size: size)
    }
}

extension StrideTo<Int>: TensorIndex {
    public func selection(ofAxis axis: Int, size: Int) -> AxisSelection {
        strided(Array(self), axis: axis, size: size)
    }
}

extension StrideThrough<Int>: TensorIndex {
    public func selection(ofAxis axis: Int, size: Int) -> AxisSelection {
        strided(Array(self), axis: axis, size: size)
    }
}

private func strided(_ positions: [Int], axis: Int, size: Int) -> AxisSelection {
    let outside = positions.first { !(0..<size ~= $0) }
    demand(
        outside == nil,
        "stride: position \(outside ?? 0) is out of range: axis \(axis) has \(counted(size, "position"))"
    )
    let step = positions.count > 1 ? positions[1] - positions[0] : 1
    return AxisSelection(first: positions.first ?? 0, count: positions.count, step: step, keepsAxis: true)
}
