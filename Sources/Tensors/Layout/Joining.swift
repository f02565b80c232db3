import Display

extension Tensor {
    /// Tensors one behind the other along an axis that they have; the sizes of all others must be equal.
    ///
    ///     Tensor(concatenating: [train.images, test.images])   // 70000 images
    public init(concatenating tensors: [Tensor], axis: Int = 0) {
        demand(!tensors.isEmpty, "concatenating: there must be at least one tensor")
        let first = tensors[0].shape
        let axis = first.axis(axis, for: "concatenating")
        for tensor in tensors {
            var sizes = tensor.shape.sizes
            if sizes.count == first.rank { sizes[axis] = first.sizes[axis] }
            demand(
                sizes == first.sizes,
                "concatenating: the shapes must be equal but for axis \(axis), but are \(first) and \(tensor.shape)")
        }
        var sizes = first.sizes
        sizes[axis] = tensors.map { $0.shape.sizes[axis] }.reduce(0, +)
        self.init(uninitialized: Shape(sizes), Self.commonType(of: tensors))
        var start = 0
        for tensor in tensors {
            let end = start + tensor.shape.sizes[axis]
            assign(
                tensor.asType(elementType),
                to: sizes.enumerated().map { place, size in
                    place == axis
                        ? AxisSelection(first: start, count: end - start, step: 1, keepsAxis: true) : .all(size)
                })
            start = end
        }
        // A part that is no position alone is none beside others.
        storage.isCountOfMasks = elementType == .int32 && tensors.contains(where: \.isOfMasks)
    }

    /// Tensors of equal shapes along a new axis.
    ///
    ///     Tensor(stacking: [Tensor([1, 2]), Tensor([3, 4])])            // [[1 2] [3 4]]
    ///     Tensor(stacking: [Tensor([1, 2]), Tensor([3, 4])], axis: 1)   // [[1 3] [2 4]]
    public init(stacking tensors: [Tensor], axis: Int = 0) {
        demand(!tensors.isEmpty, "stacking: there must be at least one tensor")
        for tensor in tensors {
            demand(
                tensor.shape == tensors[0].shape,
                "stacking: the shapes must be equal, but are \(tensors[0].shape) and \(tensor.shape)")
        }
        self.init(concatenating: tensors.map { $0.expandingDimension(at: axis) }, axis: axis)
    }

    /// The parts along the first axis, each without it.
    ///
    ///     for image in images.prefix(3).unstacked() { … }
    public func unstacked() -> [Tensor] {
        demand(rank > 0, "unstacked: a single number has no axis")
        return (0..<shape[0]).map { self[$0] }
    }

    /// The type that holds the numbers of all.
    private static func commonType(of tensors: [Tensor]) -> ElementType {
        tensors.dropFirst().reduce(tensors[0].elementType) { type, tensor in
            type == tensor.elementType ? type : type.promoted(with: tensor.elementType)
        }
    }
}
