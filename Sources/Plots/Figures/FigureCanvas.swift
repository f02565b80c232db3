/// A figure with its size, in whole units, and everything at its place.
struct FigureCanvas {
    let width: Double
    let height: Double
    let elements: [SVGElement]

    private static let edge = 4.0
    private static let captionGap = 10.0

    init(_ figure: Figure) {
        let head = figure.title == nil ? 0 : TextStyle.figureTitle.lineHeight + 6
        let unit = FigureDrawing.unitsPerInch
        let given = figure.size.map { (width: ($0.width * unit).rounded(), height: ($0.height * unit).rounded()) }
        switch figure.content {
        case .panels(let grid):
            let size = given ?? grid.defaultSize
            let caption = Caption(figure.caption, width: size.width, height: size.height / 3)
            let space = Rectangle(
                x: Self.edge, y: head + Self.edge, width: size.width - 2 * Self.edge,
                height: max(size.height - head - caption.height - 2 * Self.edge, 20))
            let panels = PanelGridLayout(grid, in: space).panels
            (width, height) = size
            elements =
                Self.title(figure, width) + panels.map { .group(of: PanelDrawing(placed: $0).elements) }
                + caption.elements(bottom: height)
        case .images(let grid):
            let layout = ImageGridLayout(grid, size: given.map { ($0.width, $0.height - head) })
            let caption = Caption(figure.caption, width: layout.width)
            width = layout.width.rounded(.up)
            height = (head + layout.height + caption.height).rounded(.up)
            elements =
                Self.title(figure, width) + layout.elements(top: head) + caption.elements(bottom: height)
        }
    }

    private static func title(_ figure: Figure, _ width: Double) -> [SVGElement] {
        guard let title = figure.title else { return [] }
        let style = TextStyle.figureTitle
        return [.fitted(title, at: PlotPoint(edge, style.size + 2), style, to: width - 2 * edge)]
    }

    /// Words below a figure, broken into lines.
    private struct Caption {
        let lines: [String]
        private let style = TextStyle.label

        init(_ text: String?, width: Double, height: Double = .infinity) {
            let limit = max(Int(min(height / style.lineHeight, 1000)), 1)
            lines = text.map { [style] in style.wrapped($0, to: width - 2 * edge, lines: limit) } ?? []
        }

        var height: Double { lines.isEmpty ? 0 : Double(lines.count) * style.lineHeight + captionGap }

        func elements(bottom: Double) -> [SVGElement] {
            lines.enumerated().map { index, line in
                let below = Double(lines.count - 1 - index) * style.lineHeight
                return .text(line, at: PlotPoint(edge, bottom - 5 - below), style, anchor: .start, PanelDrawing.quiet)
            }
        }
    }
}

extension PanelGrid {
    /// As wide as a column of text for one axes or two beside each other, wider for more.
    fileprivate var defaultSize: (width: Double, height: Double) {
        let isPicture = panels.allSatisfy { $0.marks.contains { $0.frameShape == .picture } }
        let width = columns == 1 ? (isPicture ? 400.0 : 640) : min(Double(columns) * 360, 1080)
        let height = isPicture ? 360.0 : columns == 1 ? (rows == 1 ? 360 : 260) : 290
        return (width, Double(rows) * height)
    }
}
