import Display

/// A table of numbers, each cell in the colour of its number.
///
///     Heatmap(confusion, rowNames: classes, columnNames: classes)
///     Heatmap(correlations, colorMap: .diverging, limits: -1...1)
///
/// Small tables have their numbers written into the cells, unless `showsValues` says otherwise.
public struct Heatmap: Mark {
    let rows: [[Double]]
    let rowNames: [String]
    let columnNames: [String]
    let colorMap: ColorMap
    let limits: ClosedRange<Double>
    let showsValues: Bool
    let valueLabel: String?
    public var label: String? { nil }
    public var color: PlotColor? { .foreground }

    public init(
        _ values: some MatrixValues, rowNames: [String] = [], columnNames: [String] = [], colorMap: ColorMap = .viridis,
        limits: ClosedRange<Double>? = nil, showsValues: Bool? = nil, valueLabel: String? = nil
    ) {
        rows = values.matrixRows
        let (height, width) = (rows.count, rows.first?.count ?? 0)
        demand(
            rowNames.isEmpty || rowNames.count == height,
            "Heatmap: there are \(height) rows, but \(rowNames.count) names for them")
        demand(
            columnNames.isEmpty || columnNames.count == width,
            "Heatmap: there are \(width) columns, but \(columnNames.count) names for them")
        self.rowNames = rowNames
        self.columnNames = columnNames
        self.colorMap = colorMap
        self.limits = limits ?? ColorBar.limits(of: rows.flatMap { $0 })
        self.showsValues = showsValues ?? (height <= 12 && width <= 12)
        self.valueLabel = valueLabel
    }

    public var names: MarkNames { MarkNames(x: columnNames, y: rowNames) }
    public var colorBar: ColorBar? { bar }
    public var summary: String? { "Heat map of \(MatrixSummary.text(rows))." }

    /// Cells are squares, but for tables that are much longer one way than the other.
    public var frameShape: FrameShape {
        let (height, width) = (rows.count, rows.first?.count ?? 0)
        return height * 4 >= width && width * 4 >= height ? .picture : .downwards
    }

    public func smallMarks(in context: MarkContext) -> [SmallMark] {
        let (height, width) = (rows.count, rows.first?.count ?? 0)
        guard height > 0, width > 0 else { return [] }
        let cells = rows.indices.flatMap { row in (0..<width).map { (row: row, column: $0) } }
        let bounds = SmallMark.DataRectangle(
            PlotPoint(-0.5, -0.5), PlotPoint(Double(width) - 0.5, Double(height) - 0.5))
        let places = cells.map { PlotPoint(Double($0.column), Double($0.row)) }
        let background: SmallMark =
            cells.count <= Self.mostRectangles ? rectangles(cells) : .picture(picture(width, height), bounds)
        return missing(cells) + [background, .bounds(bounds), .data(places, titles: [])]
            + (showsValues ? cells.map { .text(text($0.row, $0.column)) } : [])
    }

    /// Grey with lines across, for cells without a number; a picture has its own.
    private func missing(_ cells: [(row: Int, column: Int)]) -> [SmallMark] {
        let empty = cells.filter { rows[$0.row][$0.column].isNaN }
        guard !empty.isEmpty, cells.count <= Self.mostRectangles else { return [] }
        let squares = empty.map { row, column in
            let (x, y) = (Double(column), Double(row))
            var square = SmallMark.DataRectangle(
                PlotPoint(x - 0.5, y - 0.5), PlotPoint(x + 0.5, y + 0.5), title: title(row, column))
            square.isHatched = true
            return square
        }
        return [.rectangles(squares, .init(.foreground))]
    }

    private static let mostRectangles = 400

    private var bar: ColorBar { ColorBar(colorMap, limits: limits, label: valueLabel) }

    private func rectangles(_ cells: [(row: Int, column: Int)]) -> SmallMark {
        let rectangles = cells.compactMap { row, column -> SmallMark.DataRectangle? in
            let value = rows[row][column]
            guard !value.isNaN else { return nil }
            let (x, y) = (Double(column), Double(row))
            return SmallMark.DataRectangle(
                PlotPoint(x - 0.5, y - 0.5), PlotPoint(x + 0.5, y + 0.5), title: title(row, column),
                color: bar.color(of: value))
        }
        return .rectangles(rectangles, .init(.foreground))
    }

    private func title(_ row: Int, _ column: Int) -> String {
        let rowName = rowNames.isEmpty ? String(row) : rowNames[row]
        let columnName = columnNames.isEmpty ? String(column) : columnNames[column]
        return "\(rowName), \(columnName) · \(ValueText.short(rows[row][column]))"
    }

    private func picture(_ width: Int, _ height: Int) -> Picture {
        let levels = rows.joined().map { Picture.level(of: $0, in: limits) }
        return Picture(width: width, height: height, pixels: .levels(levels, colorMap))
    }

    /// Black on light cells, white on dark ones.
    private func text(_ row: Int, _ column: Int) -> SmallMark.PlotText {
        let value = rows[row][column]
        let color: PlotColor =
            value.isNaN ? .foreground : PlotColor(.literal(bar.rgb(of: value).isLight ? "#000000" : "#ffffff"))
        var text = SmallMark.PlotText(
            ValueText.short(value), at: PlotPoint(Double(column), Double(row)), color: color)
        text.space = .init(width: 1, height: 1)
        return text
    }
}

extension Heatmap: MarkWithNote {
    var note: String? { MissingNumbers.note(rows.joined().count(where: \.isNaN), "cell") }
}
