import Display

/// Many numbers become one, along some axes of a tensor.
struct Reduction {
    let tensor: Tensor
    /// Counted from the front, each once, ascending.
    let axes: [Int]
    private let name: String

    /// - Parameter axes: no axis stands for all of them.
    init(_ name: String, of tensor: Tensor, along axes: [Int]) {
        self.tensor = tensor
        self.name = name
        let counted = axes.map { tensor.shape.axis($0, for: name) }
        demand(Set(counted).count == counted.count, "\(name): an axis is named twice in \(axes)")
        self.axes = axes.isEmpty ? Array(0..<tensor.rank) : counted.sorted()
    }

    /// How many numbers become one.
    var count: Int { axes.map { tensor.shape.sizes[$0] }.reduce(1, *) }

    /// The shape of what comes out.
    func shape(keepingDimensions: Bool) -> Shape {
        let isReduced = Set(axes)
        return Shape(
            tensor.shape.sizes.enumerated().compactMap { axis, size in
                isReduced.contains(axis) ? (keepingDimensions ? 1 : nil) : size
            })
    }

    /// Stops the cell where there is nothing to choose from.
    func demandElements() {
        demand(count > 0, "\(name): there is no number along the reduced axes of a tensor of shape \(tensor.shape)")
    }

    /// The results in row-major order. Sums are made in double precision, in an order that depends on the shape alone.
    func results(_ operation: Operation) -> [Double] {
        var sizes = tensor.shape.sizes
        var numbers: [Double]?
        for group in neighbouringAxes.reversed() {
            let outer = sizes[..<group.lowerBound].reduce(1, *)
            let count = sizes[group].reduce(1, *)
            let inner = sizes[group.upperBound...].reduce(1, *)
            numbers = reduced(numbers, operation, (outer, count, inner))
            sizes.replaceSubrange(group, with: [1] + Array(repeating: 1, count: group.count - 1))
        }
        return numbers ?? (0..<tensor.count).map(tensor.number(at:))
    }

    /// The axes in groups of neighbours, each of which is one axis to the loops.
    private var neighbouringAxes: [Range<Int>] {
        axes.reduce(into: []) { groups, axis in
            if groups.last?.upperBound == axis {
                groups[groups.count - 1] = groups[groups.count - 1].lowerBound..<axis + 1
            } else {
                groups.append(axis..<axis + 1)
            }
        }
    }

    /// One pass over the tensor, or over the results of the pass before.
    private func reduced(
        _ numbers: [Double]?, _ operation: Operation, _ sizes: (outer: Int, count: Int, inner: Int)
    ) -> [Double] {
        defer { withExtendedLifetime(tensor) {} }
        guard let numbers else { return reduce(operation, tensor.start, tensor.elementType, sizes) }
        return numbers.withUnsafeBytes { reduce(operation, $0.baseAddress, nil, sizes) }
    }
}
