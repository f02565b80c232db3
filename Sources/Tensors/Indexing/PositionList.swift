import Display

// Several positions between a tensor's brackets, in any order and any number, as NumPy's `x[:, [0, 2]]`.
//
//     table[0..., [0, -1]]        the first and the last column
//     table[0..., columns]        those whose numbers a tensor holds
//     table[0..., mask]           those for which a mask along that axis is true

extension Array: TensorIndex where Element == Int {
    public func selection(ofAxis axis: Int, size: Int) -> AxisSelection {
        let outside = first { !(-size..<size ~= $0) }
        demand(
            outside == nil,
            "x[…]: position \(outside ?? 0) is out of range: axis \(axis) has \(counted(size, "position"))")
        return .list(map { $0 < 0 ? $0 + size : $0 })
    }
}

extension Tensor: TensorIndex {
    public func selection(ofAxis axis: Int, size: Int) -> AxisSelection {
        guard elementType != .bool else {
            demand(
                shape == [size],
                "x[…]: a mask for axis \(axis) must be of shape (\(size),), but is of shape \(shape)")
            return .list(truePositions)
        }
        return positions(as: "x[…]").selection(ofAxis: axis, size: size)
    }
}

extension AxisSelection {
    fileprivate static func single(_ position: Int) -> AxisSelection {
        AxisSelection(first: position, count: 1, step: 1, keepsAxis: false)
    }

    fileprivate static func list(_ positions: [Int]) -> AxisSelection {
        AxisSelection(first: 0, count: positions.count, step: 1, keepsAxis: true, positions: positions)
    }

    fileprivate var isSingleOrList: Bool { !keepsAxis || positions != nil }
}

extension [AxisSelection] {
    /// The axis on which a list of positions lies; stops the cell where NumPy would do something else than take them.
    var listAxis: Int? {
        let lists = indices.filter { self[$0].positions != nil }
        demand(
            lists.count < 2,
            "x[…]: only one axis can be given a list of positions; take them one after another: x[rows][0..., columns]")
        guard let axis = lists.first else { return nil }
        let besides = indices.filter { !self[$0].keepsAxis }
        let near = besides.allSatisfy { self[Swift.min($0, axis)...Swift.max($0, axis)].allSatisfy(\.isSingleOrList) }
        demand(
            near,
            "x[…]: between a single position and a list of positions there is a range; take the part first: x[0][…]")
        return axis
    }

    func replacing(axis: Int, by selection: AxisSelection) -> [AxisSelection] {
        var others = self
        others[axis] = selection
        return others
    }
}

extension Tensor {
    /// The part where one axis is given a list of positions.
    func part(_ selections: [AxisSelection], listAxis axis: Int) -> Tensor {
        let place = selections[..<axis].count(where: \.keepsAxis)
        let others = part(selections.replacing(axis: axis, by: .all(shape.sizes[axis])))
        return others.gathered(at: selections[axis].positions ?? [], axis: place)
    }

    /// Puts numbers in the place of such a part, one position after another: the last one of several that are the same stays.
    mutating func assign(_ value: Tensor, to selections: [AxisSelection], listAxis axis: Int) {
        let place = selections[..<axis].count(where: \.keepsAxis)
        let sizes = selections.filter(\.keepsAxis).map(\.count)
        demandBroadcast(value, to: Shape(sizes))
        let values = value.broadcast(to: Shape(sizes))
        let wholes = sizes.map(AxisSelection.all)
        for (index, position) in (selections[axis].positions ?? []).enumerated() {
            let one = values.part(wholes.replacing(axis: place, by: .single(index)))
            assign(one, to: selections.replacing(axis: axis, by: .single(position)))
        }
    }
}
