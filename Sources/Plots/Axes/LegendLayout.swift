/// A legend with a place: a column in a corner of the frame, or rows above it.
struct LegendLayout {
    struct Entry {
        let label: String
        let key: LegendKey
        /// Its left end, and the middle of its line.
        let place: PlotPoint
    }

    let entries: [Entry]
    let bounds: Rectangle

    static let style = TextStyle.label
    static let keyWidth = 24.0
    static let rowHeight = 18.0
    private static let keyGap = 7.0
    private static let entryGap = 18.0
    private static let padding = 6.0

    static func width(of label: String) -> Double {
        keyWidth + keyGap + style.width(of: label)
    }

    /// Where an entry's words begin.
    static func textX(_ entry: Entry) -> Double {
        entry.place.x + keyWidth + keyGap
    }

    /// The entries of the marks that have a label.
    static func named(_ layers: [ResolvedAxes.Layer]) -> [(label: String, key: LegendKey)] {
        layers.compactMap { layer in layer.label.map { ($0, LegendKey(layer.smallMarks)) } }
    }

    /// The size of a legend that is a column.
    static func columnSize(_ named: [(label: String, key: LegendKey)]) -> (width: Double, height: Double) {
        let width = named.map { self.width(of: $0.label) }.max() ?? 0
        return (width + 2 * padding, Double(named.count) * rowHeight + 2 * padding - 4)
    }

    /// A column with its upper left corner at a place.
    init(column named: [(label: String, key: LegendKey)], in bounds: Rectangle) {
        self.bounds = bounds
        entries = named.enumerated().map { index, entry in
            let y = bounds.y + Self.padding - 2 + (Double(index) + 0.5) * Self.rowHeight
            return Entry(label: entry.label, key: entry.key, place: PlotPoint(bounds.x + Self.padding, y))
        }
    }

    /// Rows from a place on, as wide as there is room for.
    init(rows named: [(label: String, key: LegendKey)], at origin: PlotPoint, width: Double) {
        var entries: [Entry] = []
        var (x, row) = (origin.x, 0)
        for entry in named {
            let label = Self.style.fitted(entry.label, to: max(width - Self.keyWidth - Self.keyGap, 40))
            let entryWidth = Self.width(of: label)
            if x > origin.x, x + entryWidth > origin.x + width { (x, row) = (origin.x, row + 1) }
            let y = origin.y + (Double(row) + 0.5) * Self.rowHeight
            entries.append(Entry(label: label, key: entry.key, place: PlotPoint(x, y)))
            x += entryWidth + Self.entryGap
        }
        self.entries = entries
        let height = named.isEmpty ? 0 : Double(row + 1) * Self.rowHeight
        bounds = Rectangle(x: origin.x, y: origin.y, width: width, height: height)
    }
}
