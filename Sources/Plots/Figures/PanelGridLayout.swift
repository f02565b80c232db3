/// Places the axes of a figure so that their frames line up and nothing of one reaches into another.
struct PanelGridLayout {
    let panels: [PlacedPanel]

    struct PlacedPanel {
        let panel: PanelLayout
        let legend: LegendLayout?
        /// The left end of the title and of the words of the y axis.
        let headX: Double
        /// The part of the figure that belongs to it.
        let cell: Rectangle
    }

    private static let columnGap = 26.0
    private static let rowGap = 20.0
    /// Margins only grow from round to round; two or three rounds settle them.
    private static let rounds = 4

    init(_ grid: PanelGrid, in space: Rectangle) {
        let resolved = Self.shared(grid)
        let cells = Self.cells(grid, in: space)
        var margins = Array(repeating: Margins(), count: resolved.count)
        var legendHeights = Array(repeating: 0.0, count: resolved.count)
        var layouts: [PanelLayout] = []
        for _ in 0..<Self.rounds {
            let aligned = Self.aligned(margins, legendHeights, grid)
            layouts = resolved.indices.map { index in
                PanelLayout(
                    resolved[index], in: cells[index].inset(aligned[index]),
                    showsXLabels: !grid.sharedX || index + grid.columns >= resolved.count,
                    showsYLabels: !grid.sharedY || index % grid.columns == 0)
            }
            let before = (margins, legendHeights)
            for index in layouts.indices {
                margins[index] = margins[index].union(layouts[index].margins)
                legendHeights[index] = max(legendHeights[index], Self.heightAbove(layouts[index], cells[index]))
            }
            if before == (margins, legendHeights) { break }
        }
        panels = layouts.indices.map { index in
            Self.placed(layouts[index], cells[index], legendHeight: legendHeights[index])
        }
    }

    private static func placed(_ panel: PanelLayout, _ cell: Rectangle, legendHeight: Double) -> PlacedPanel {
        let headX = max(panel.frame.x - panel.margins.left, cell.x)
        guard legendHeight > 0 else {
            return PlacedPanel(panel: panel, legend: LegendPlacement(panel).inside(), headX: headX, cell: cell)
        }
        let top = panel.frame.y - PanelLayout.topRoom(panel.resolved.axes) + panel.titleHeight
        let space = Rectangle(x: headX, y: top - legendHeight, width: cell.maxX - headX, height: legendHeight)
        return PlacedPanel(panel: panel, legend: LegendPlacement(panel).above(space), headX: headX, cell: cell)
    }

    /// The height of the legend where it stands above the frame, else 0.
    private static func heightAbove(_ panel: PanelLayout, _ cell: Rectangle) -> Double {
        let placement = LegendPlacement(panel)
        guard placement.inside() == nil else { return 0 }
        return placement.above(cell)?.bounds.height ?? 0
    }

    private static func cells(_ grid: PanelGrid, in space: Rectangle) -> [Rectangle] {
        let width = (space.width - Double(grid.columns - 1) * columnGap) / Double(grid.columns)
        let height = (space.height - Double(grid.rows - 1) * rowGap) / Double(grid.rows)
        return grid.panels.indices.map { index in
            Rectangle(
                x: space.x + Double(index % grid.columns) * (width + columnGap),
                y: space.y + Double(index / grid.columns) * (height + rowGap), width: width, height: height)
        }
    }

    /// Margins that are equal to the left and right in a column, and above and below in a row.
    private static func aligned(_ margins: [Margins], _ legends: [Double], _ grid: PanelGrid) -> [Margins] {
        margins.indices.map { index in
            let row = margins.indices.filter { $0 / grid.columns == index / grid.columns }
            let column = margins.indices.filter { $0 % grid.columns == index % grid.columns }
            return Margins(
                top: row.map { margins[$0].top + legends[$0] }.max() ?? 0,
                right: column.map { margins[$0].right }.max() ?? 0,
                bottom: row.map { margins[$0].bottom }.max() ?? 0,
                left: column.map { margins[$0].left }.max() ?? 0)
        }
    }

    private static func shared(_ grid: PanelGrid) -> [ResolvedAxes] {
        var resolved = grid.panels.map(ResolvedAxes.init)
        if grid.sharedX, let union = resolved.map(\.x).union { resolved.indices.forEach { resolved[$0].x = union } }
        if grid.sharedY, let union = resolved.map(\.y).union { resolved.indices.forEach { resolved[$0].y = union } }
        return resolved
    }
}

extension Margins {
    /// The larger one on each side.
    func union(_ other: Margins) -> Margins {
        Margins(
            top: max(top, other.top), right: max(right, other.right), bottom: max(bottom, other.bottom),
            left: max(left, other.left))
    }
}

extension [Domain] {
    /// A domain that shows what each of them shows.
    fileprivate var union: Domain? {
        dropFirst().reduce(first) { $0?.union($1) }
    }
}
