import Display

extension Table {
    /// A row for each position along the first axis, a column for each along the second; a tensor of one axis is a column.
    ///
    ///     Table(Tensor([[1, 2], [3, 4]]), names: ["x", "y"])
    ///
    /// A tensor of more axes, or of none, stops the cell.
    public init(_ tensor: Tensor, names: [String]? = nil) {
        demand(
            1...2 ~= tensor.rank,
            "Table: a tensor must have 1 or 2 axes, but the shape is \(tensor.shape); take a part of it, or reshape it")
        switch tensor.elementType {
        case .float32: self.init(tensor, names: names) { Float($0) }
        case .uint8, .int32: self.init(tensor, names: names) { Int($0) }
        case .bool: self.init(tensor, names: names) { $0 != 0 }
        }
    }

    private init<Element>(_ tensor: Tensor, names: [String]?, _ element: (Double) -> Element) {
        let elements = tensor.doubles.map(element)
        guard tensor.rank == 2 else {
            self.init(elements, names: names)
            return
        }
        let width = tensor.shape[1]
        self.init((0..<tensor.shape[0]).map { Array(elements[$0 * width..<($0 + 1) * width]) }, names: names)
    }
}
