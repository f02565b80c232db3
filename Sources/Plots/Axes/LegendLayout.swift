/// A legend with a place: a column in a corner of the frame, or rows above it.
struct LegendLayout {
    struct Entry {
        let label: String
        /// The label in lines.
        let lines: [String]
        let key: LegendKey
        /// Its left end, and the middle of its first line.
        let place: PlotPoint
    }

    let entries: [Entry]
    let bounds: Rectangle
    /// Whether marks may lie below it, so that it needs a ground of the paper's colour.
    var hasGround = false

    static let style = TextStyle.label
    static let keyWidth = 24.0
    static let rowHeight = 18.0
    static let lineHeight = 15.0
    private static let keyGap = 7.0
    private static let entryGap = 18.0
    private static let padding = 6.0
    private static let mostLines = 3

    static func width(of label: String) -> Double {
        keyWidth + keyGap + style.width(of: label)
    }

    /// Where an entry's words begin.
    static func textX(_ entry: Entry) -> Double {
        entry.place.x + keyWidth + keyGap
    }

    /// The marks that have a label.
    static func named(_ layers: [ResolvedAxes.Layer]) -> [(label: String, key: LegendKey)] {
        layers.compactMap { layer in layer.label.map { ($0, LegendKey(layer.smallMarks)) } }
    }

    /// The size of a legend that is a column.
    static func columnSize(
        _ named: [(label: String, key: LegendKey)], widest: Double = .infinity
    ) -> (width: Double, height: Double) {
        let lines = named.map { Self.lines(of: $0.label, to: widest - 2 * padding) }
        let width = lines.joined().map { self.width(of: $0) }.max() ?? 0
        return (width + 2 * padding, lines.map(height).reduce(0, +) + 2 * padding - 4)
    }

    /// A column with its upper left corner at a place.
    init(column named: [(label: String, key: LegendKey)], in bounds: Rectangle) {
        self.bounds = bounds
        var y = bounds.y + Self.padding - 2
        entries = named.map { entry in
            let lines = Self.lines(of: entry.label, to: bounds.width - 2 * Self.padding)
            defer { y += Self.height(lines) }
            return Entry(
                label: entry.label, lines: lines, key: entry.key,
                place: PlotPoint(bounds.x + Self.padding, y + Self.rowHeight / 2))
        }
    }

    /// Rows from a place on, as wide as there is room for.
    init(rows named: [(label: String, key: LegendKey)], at origin: PlotPoint, width: Double) {
        var entries: [Entry] = []
        var (x, y, height) = (origin.x, origin.y, 0.0)
        for entry in named {
            let lines = Self.lines(of: entry.label, to: width)
            let entryWidth = lines.map(Self.width).max() ?? 0
            if x > origin.x, x + entryWidth > origin.x + width { (x, y, height) = (origin.x, y + height, 0) }
            entries.append(
                Entry(label: entry.label, lines: lines, key: entry.key, place: PlotPoint(x, y + Self.rowHeight / 2)))
            height = max(height, Self.height(lines))
            x += entryWidth + Self.entryGap
        }
        self.entries = entries
        bounds = Rectangle(x: origin.x, y: origin.y, width: width, height: y + height - origin.y)
    }

    /// A label in lines, with its sample no wider than this.
    private static func lines(of label: String, to width: Double) -> [String] {
        let lines = style.wrapped(label, to: max(width - keyWidth - keyGap, 40), lines: mostLines)
        return lines.isEmpty ? [""] : lines
    }

    private static func height(_ lines: [String]) -> Double {
        rowHeight + Double(lines.count - 1) * lineHeight
    }
}
