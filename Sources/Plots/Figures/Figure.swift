import Display

/// A drawing: axes in rows and columns, or images in a grid. It is a value; whoever names it in a cell shows it.
///
///     Figure(rows: 1, columns: 2, size: (12, 4)) {
///         Axes(title: "Loss", xLabel: "Epoch") {
///             LinePlot(history["loss"], style: "b-", label: "loss")
///             LinePlot(history["val_loss"], style: "r--", label: "val_loss")
///         }.legend()
///         Axes(title: "Accuracy", xLabel: "Epoch") {
///             LinePlot(history["accuracy"], style: "g-", label: "accuracy")
///         }
///     }
///
/// `size` is width and height in inches of 72 units; text is 11.5 to 16 units high, whatever the size. Without one, the
/// figure is as wide as a column of text. More axes than `rows` × `columns` stop the cell.
public struct Figure: Sendable {
    enum Content: Sendable {
        case panels(PanelGrid)
        case images(ImageGrid)
    }

    var content: Content
    /// In inches.
    var size: (width: Double, height: Double)?
    var title: String?
    var caption: String?

    public init(
        rows: Int? = nil, columns: Int? = nil, size: (Double, Double)? = nil, title: String? = nil,
        sharedX: Bool = false, sharedY: Bool = false, @FigureBuilder _ panels: () -> [Axes]
    ) {
        self.init(
            panels(), rows: rows, columns: columns, size: size, title: title, sharedX: sharedX, sharedY: sharedY)
    }

    /// A figure of these axes, row by row.
    public init(
        _ panels: [Axes], rows: Int? = nil, columns: Int? = nil, size: (Double, Double)? = nil, title: String? = nil,
        sharedX: Bool = false, sharedY: Bool = false
    ) {
        let grid = PanelGrid(panels, rows: rows, columns: columns, sharedX: sharedX, sharedY: sharedY)
        self.init(.panels(grid), size: size, title: title)
    }

    init(_ content: Content, size: (Double, Double)?, title: String?) {
        if let size {
            demand(
                (0.5...200).contains(size.0) && (0.5...200).contains(size.1),
                "Figure: size must be a width and a height of 0.5 to 200 inches, but is \(size)")
        }
        self.content = content
        self.size = size.map { (width: $0.0, height: $0.1) }
        self.title = title
    }

    /// The figure with words below it.
    public func caption(_ text: String) -> Figure {
        var copy = self
        copy.caption = text
        return copy
    }
}

/// Axes in rows and columns.
struct PanelGrid: Sendable {
    let panels: [Axes]
    let rows: Int
    let columns: Int
    /// Whether all axes have the limits of x, or of y, in common.
    let sharedX: Bool
    let sharedY: Bool

    init(_ panels: [Axes], rows: Int?, columns: Int?, sharedX: Bool, sharedY: Bool) {
        let count = max(panels.count, 1)
        let columns = columns ?? rows.map { (count + max($0, 1) - 1) / max($0, 1) } ?? min(count, 2)
        let rows = rows ?? (count + max(columns, 1) - 1) / max(columns, 1)
        demand(
            rows > 0 && columns > 0, "Figure: rows and columns must be at least 1, but are \(rows) and \(columns)")
        demand(
            panels.count <= rows * columns,
            "Figure: \(rows) × \(columns) is room for \(rows * columns) axes, but \(panels.count) were given")
        self.panels = panels.isEmpty ? [Axes(marks: [])] : panels
        self.rows = rows
        self.columns = columns
        self.sharedX = sharedX
        self.sharedY = sharedY
    }
}
