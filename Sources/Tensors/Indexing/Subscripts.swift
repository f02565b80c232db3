import Display

extension Tensor {
    /// A part of the tensor; what is not named of its last axes is taken whole.
    ///
    ///     images[0]               // the first image, shape (28, 28)
    ///     images[0...0]           // a batch of one, shape (1, 28, 28)
    ///     images[0..<5, 14]       // row 14 of five images, shape (5, 28)
    ///     images[0..., -1, ..<3]  // the first three pixels of each image's last row
    ///
    /// `TensorIndex` says what can stand in the brackets. Parts along the first axis are not copied. A position that
    /// there is not stops the cell.
    ///
    /// A part can also be set; a number, or a tensor that can be broadcast to the part's shape, takes its place. The
    /// tensor keeps its element type, so the new numbers have to be of its kind.
    ///
    ///     images[0..., 0..<4, 0..<4] = 255
    ///     w[0] = Tensor(k)        // a number from a variable; one written out stands there as it is
    public subscript(_ indices: any TensorIndex...) -> Tensor {
        get { part(selections(indices)) }
        set { assign(newValue, to: selections(indices)) }
    }

    /// The selected positions, where they lie in memory.
    func view(of selections: [AxisSelection]) -> TensorView {
        var view = TensorView(self)
        let kept = selections.indices.filter { selections[$0].keepsAxis }
        for (axis, selection) in selections.enumerated() { view.offset += selection.first * view.strides[axis] }
        view.strides = kept.map { view.strides[$0] * selections[$0].step }
        view.sizes = kept.map { selections[$0].count }
        return view
    }

    func selections(_ indices: [any TensorIndex]) -> [AxisSelection] {
        demand(
            indices.count <= rank,
            "\(indices.count) indices were given, but a tensor of shape \(shape) has \(rank == 1 ? "1 axis" : "\(rank) axes")"
        )
        return shape.sizes.enumerated().map { axis, size in
            axis < indices.count ? indices[axis].selection(ofAxis: axis, size: size) : .all(size)
        }
    }

    func part(_ selections: [AxisSelection]) -> Tensor {
        if let axis = selections.listAxis { return part(selections, listAxis: axis) }
        let view = view(of: selections)
        guard isUnbroken(selections) else { return view.tensor() }
        return Tensor(shape: Shape(view.sizes), elementType: elementType, storage: storage, offset: view.offset)
    }

    /// Whether the part lies in memory without a gap: one position on each of the first axes, a range on the next, and
    /// all of the rest.
    private func isUnbroken(_ selections: [AxisSelection]) -> Bool {
        let range = selections.firstIndex { $0.count != 1 } ?? selections.count
        guard range < selections.count else { return true }
        return selections[range].step == 1
            && selections.indices.dropFirst(range + 1).allSatisfy { selections[$0].isAll(of: shape.sizes[$0]) }
    }
}
