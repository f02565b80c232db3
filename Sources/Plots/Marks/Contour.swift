import Display

/// Lines along which a table of numbers has the same value, each in the colour of its value.
///
///     Contour(heights, x: longitudes, y: latitudes, levels: 12)
///
/// `x` and `y` are the places of the columns and rows; without them these are 0, 1, 2 …, and y runs upwards.
public struct Contour: Mark {
    let rows: [[Double]]
    let x: [Double]
    let y: [Double]
    let levels: [Double]
    let bar: ColorBar
    public var label: String? { nil }
    public var color: PlotColor? { .foreground }
    public var colorBar: ColorBar? { bar }
    public var summary: String? { "Contour lines of \(MatrixSummary.text(rows))." }

    /// With about so many levels, at round numbers.
    public init(
        _ values: some MatrixValues, x: [Double]? = nil, y: [Double]? = nil, levels: Int = 8,
        colorMap: ColorMap = .viridis, valueLabel: String? = nil
    ) {
        rows = values.matrixRows
        let (height, width) = (rows.count, rows.first?.count ?? 0)
        demand(height > 1 && width > 1, "Contour: expected 2 × 2 numbers or more, but got \(height) × \(width)")
        demand(levels > 0, "Contour: levels must be at least 1, but is \(levels)")
        self.x = x ?? (0..<width).map(Double.init)
        self.y = y ?? (0..<height).map(Double.init)
        demand(self.x.count == width, "Contour: there are \(width) columns, but \(self.x.count) places for them")
        demand(self.y.count == height, "Contour: there are \(height) rows, but \(self.y.count) places for them")
        let limits = ColorBar.limits(of: rows.flatMap { $0 })
        self.levels = ExtendedWilkinson(low: limits.lowerBound, high: limits.upperBound, target: Double(levels) + 1)
            .ticks().map(\.value).filter { $0 > limits.lowerBound && $0 < limits.upperBound }
        bar = ColorBar(colorMap, limits: limits, label: valueLabel)
    }

    public func smallMarks(in context: MarkContext) -> [SmallMark] {
        let corners = SmallMark.DataRectangle(
            PlotPoint(x.min() ?? 0, y.min() ?? 0), PlotPoint(x.max() ?? 1, y.max() ?? 1))
        return levels.map { level in
            .segments(segments(at: level), .init(bar.color(of: level), width: 1.5))
        } + [.bounds(corners)]
    }

    /// Marching triangles: each square of four numbers is cut along a diagonal, so that no case is ambiguous.
    private func segments(at level: Double) -> [(from: PlotPoint, to: PlotPoint)] {
        var segments: [(from: PlotPoint, to: PlotPoint)] = []
        for row in 0..<rows.count - 1 {
            for column in 0..<x.count - 1 {
                let corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)]
                for triangle in [[0, 1, 2], [0, 2, 3]] {
                    if let cut = cut(triangle.map { corners[$0] }, at: level) { segments.append(cut) }
                }
            }
        }
        return segments
    }

    /// Where the level runs through a triangle.
    private func cut(_ corners: [(row: Int, column: Int)], at level: Double) -> (from: PlotPoint, to: PlotPoint)? {
        let crossings = [(0, 1), (1, 2), (2, 0)].compactMap { first, second -> PlotPoint? in
            let (from, to) = (corners[first], corners[second])
            let (start, end) = (rows[from.row][from.column] - level, rows[to.row][to.column] - level)
            guard (start < 0) != (end < 0), start.isFinite, end.isFinite else { return nil }
            let part = start / (start - end)
            return PlotPoint(
                x[from.column] + (x[to.column] - x[from.column]) * part, y[from.row] + (y[to.row] - y[from.row]) * part)
        }
        return crossings.count == 2 ? (crossings[0], crossings[1]) : nil
    }
}
