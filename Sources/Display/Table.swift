/// Rows under named columns, from values that a chapter has at hand.
///
///     Table(layers)                                                  // a row for each struct, a column for each property
///     Table(columns: ["epoch": 1...3, "loss": [0.52, 0.31, 0.25]])   // a column for each name
///     Table([[1, 2], [3, 4]], names: ["x", "y"])                     // a row for each array
///
/// Columns of different lengths, and another number of names than of columns, stop the cell.
public struct Table {
    private let columns: [TableColumn]

    /// A row for each value: its properties or elements are the columns, or else the value itself is the only one.
    public init(_ rows: some Sequence, names: [String]? = nil) {
        let cells = rows.map(Self.cells)
        let labels = cells.first?.map(\.name) ?? names ?? []
        for row in cells {
            demand(
                row.count == labels.count,
                "Table: every row must have as many values as the first, \(labels.count), but one has \(row.count)")
        }
        if let names {
            demand(
                names.count == labels.count,
                "Table: there are \(labels.count) columns, but \(names.count) names for them")
        }
        columns = labels.indices.map { index in
            TableColumn(name: names?[index] ?? labels[index], values: cells.map { $0[index].value })
        }
    }

    /// A column for each name, in this order.
    public init(columns: KeyValuePairs<String, any Collection>) {
        self.columns = columns.map { name, values in TableColumn(name: name, values: values.map { $0 as Any }) }
        let lengths = Set(self.columns.map(\.values.count))
        demand(
            lengths.count <= 1,
            "Table: columns must be of one length, but "
                + self.columns.map { "\($0.name) has \($0.values.count) values" }.joined(separator: ", "))
    }

    private static func cells(of row: Any) -> [(name: String, value: Any)] {
        let mirror = Mirror(reflecting: row)
        switch mirror.displayStyle {
        case .struct, .class, .tuple, .collection:
            return mirror.children.enumerated().map { ($1.label ?? String($0), $1.value) }
        default: return [("value", row)]
        }
    }
}

extension Table: Displayable {
    public var output: Output {
        let texts = columns.map(\.texts)
        let rows = (texts.first ?? []).indices.map { row in texts.map { $0[row] } }
        return .table(
            TableOutput(columns: columns.map { .init(name: $0.name, isNumeric: $0.isNumeric) }, rows: rows))
    }
}
