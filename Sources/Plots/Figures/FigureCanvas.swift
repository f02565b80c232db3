/// A figure with its size, in whole units, and everything at its place.
struct FigureCanvas {
    let width: Double
    let height: Double
    let elements: [SVGElement]

    private static let edge = 4.0
    private static let captionGap = 10.0

    init(_ figure: Figure) {
        let unit = FigureDrawing.unitsPerInch
        let given = figure.size.map { (width: ($0.width * unit).rounded(), height: ($0.height * unit).rounded()) }
        switch figure.content {
        case .panels(let grid): self.init(figure, grid, given ?? grid.defaultSize)
        case .images(let grid): self.init(figure, grid, given)
        }
    }

    private init(_ figure: Figure, _ grid: PanelGrid, _ size: (width: Double, height: Double)) {
        let title = Head(figure.title, width: size.width, height: size.height / 3)
        let resolved = grid.resolved
        let foot = Foot(
            notes: grid.notes(resolved), caption: figure.caption, width: size.width, height: size.height / 3)
        let space = Rectangle(
            x: Self.edge, y: title.height + Self.edge, width: size.width - 2 * Self.edge,
            height: max(size.height - title.height - foot.height - 2 * Self.edge, 20))
        let panels = PanelGridLayout(grid, resolved, in: space).panels
        (width, height) = size
        elements =
            title.elements + panels.map { .group(of: PanelDrawing(placed: $0).elements) }
            + foot.elements(bottom: height)
    }

    private init(_ figure: Figure, _ grid: ImageGrid, _ size: (width: Double, height: Double)?) {
        var title = Head(figure.title, width: size?.width ?? .infinity, height: size.map { $0.height / 3 } ?? .infinity)
        let layout = ImageGridLayout(grid, size: size.map { ($0.width, $0.height - title.height) })
        title = Head(figure.title, width: layout.width, height: size.map { $0.height / 3 } ?? .infinity)
        let foot = Foot(notes: grid.notes, caption: figure.caption, width: layout.width, height: .infinity)
        width = layout.width.rounded(.up)
        height = (title.height + layout.height + foot.height).rounded(.up)
        elements = title.elements + layout.elements(top: title.height) + foot.elements(bottom: height)
    }

    /// The title of the whole figure, in lines.
    private struct Head {
        let text: String
        let lines: [String]
        private let style = TextStyle.figureTitle

        init(_ text: String?, width: Double, height: Double) {
            let most = max(Int(min(height / style.lineHeight, 3)), 1)
            self.text = text ?? ""
            lines = text.map { [style] in style.wrapped($0, to: max(width - 2 * edge, 40), lines: most) } ?? []
        }

        var height: Double { lines.isEmpty ? 0 : Double(lines.count) * style.lineHeight + 6 }

        var elements: [SVGElement] {
            SVGElement.lines(lines, of: text, at: PlotPoint(edge, style.size + 2), style)
        }
    }

    /// Words below a figure, broken into lines: notes on what cannot be seen, then the caption.
    private struct Foot {
        let lines: [(text: String, style: TextStyle)]

        init(notes: [String], caption: String?, width: Double, height: Double) {
            let limit = max(Int(min(height / TextStyle.label.lineHeight, 1000)), 1)
            let lines = { (text: String, style: TextStyle) in
                style.wrapped(text, to: max(width - 2 * edge, 40), lines: limit).map { ($0, style) }
            }
            self.lines = notes.flatMap { lines($0, .tick) } + (caption.map { lines($0, .label) } ?? [])
        }

        var height: Double { lines.isEmpty ? 0 : lines.reduce(captionGap) { $0 + $1.style.lineHeight } }

        func elements(bottom: Double) -> [SVGElement] {
            var y = bottom - 5 + (lines.last?.style.lineHeight ?? 0) - lines.reduce(0) { $0 + $1.style.lineHeight }
            return lines.map { line in
                defer { y += line.style.lineHeight }
                return .text(line.text, at: PlotPoint(edge, y), line.style, anchor: .start, PanelDrawing.quiet)
            }
        }
    }
}

extension PanelGrid {
    /// The notes on each axes, with its title where there are several.
    fileprivate func notes(_ resolved: [ResolvedAxes]) -> [String] {
        resolved.flatMap { panel in
            let head = resolved.count > 1 ? panel.axes.title.map { "\($0): " } ?? "" : ""
            return panel.notes.map { head + $0 }
        }
    }

    /// As wide as a column of text for one axes or two beside each other, wider for more.
    fileprivate var defaultSize: (width: Double, height: Double) {
        let isPicture = panels.allSatisfy { $0.marks.contains { $0.frameShape == .picture } }
        let width = columns == 1 ? (isPicture ? 400.0 : 640) : min(Double(columns) * 360, 1080)
        let height = isPicture ? 360.0 : columns == 1 ? (rows == 1 ? 360 : 260) : 290
        return (width, Double(rows) * height)
    }
}
