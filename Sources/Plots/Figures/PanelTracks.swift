/// The columns and rows of a figure: each with the widest margins of its panels, and frames of one size for all.
struct PanelTracks {
    private let frameWidth: Double
    private let frameHeight: Double
    private let columns: [Track]
    private let rows: [Track]

    /// One column from left to right, or one row from top to bottom.
    private struct Track {
        let start: Double
        let frameStart: Double
        let end: Double
    }

    private static let columnGap = 24.0
    private static let rowGap = 18.0
    private static let smallestFrame = 8.0

    init(_ margins: [Margins], _ grid: PanelGrid, in space: Rectangle) {
        let columnMargins = (0..<grid.columns).map { column in
            Self.widest(margins.indices.filter { $0 % grid.columns == column }.map { margins[$0] })
        }
        let rowMargins = (0..<grid.rows).map { row in
            Self.widest(margins.indices.filter { $0 / grid.columns == row }.map { margins[$0] })
        }
        let across = columnMargins.map { (before: $0.left, after: $0.right) }
        let down = rowMargins.map { (before: $0.top, after: $0.bottom) }
        frameWidth = Self.size(across, length: space.width, gap: Self.columnGap)
        frameHeight = Self.size(down, length: space.height, gap: Self.rowGap)
        columns = Self.tracks(across, from: space.x, frame: frameWidth, gap: Self.columnGap)
        rows = Self.tracks(down, from: space.y, frame: frameHeight, gap: Self.rowGap)
    }

    /// The smaller one of a frame's width and height.
    var smallestSide: Double { min(frameWidth, frameHeight) }

    func frame(_ index: Int) -> Rectangle {
        let (column, row) = (columns[index % columns.count], rows[index / columns.count])
        return Rectangle(x: column.frameStart, y: row.frameStart, width: frameWidth, height: frameHeight)
    }

    func cell(_ index: Int) -> Rectangle {
        let (column, row) = (columns[index % columns.count], rows[index / columns.count])
        return Rectangle(x: column.start, y: row.start, width: column.end - column.start, height: row.end - row.start)
    }

    private static func widest(_ margins: [Margins]) -> Margins {
        margins.reduce(Margins()) { $0.union($1) }
    }

    private static func size(_ margins: [(before: Double, after: Double)], length: Double, gap: Double) -> Double {
        let taken = margins.reduce(0) { $0 + $1.before + $1.after } + gap * Double(margins.count - 1)
        return max((length - taken) / Double(margins.count), smallestFrame)
    }

    private static func tracks(
        _ margins: [(before: Double, after: Double)], from start: Double, frame: Double, gap: Double
    ) -> [Track] {
        var position = start
        return margins.map { margin in
            let frameStart = position + margin.before
            let end = frameStart + frame + margin.after
            defer { position = end + gap }
            return Track(start: position, frameStart: frameStart, end: end)
        }
    }
}
