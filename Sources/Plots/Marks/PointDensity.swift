import Glibc

/// Very many points as small squares, as opaque as the dots on them would be together.
///
/// The drawing does not grow with the number of points, and what lies under thousands of others still counts. Points that
/// have a colour each give it to the squares that they cover, the last one on top.
struct PointDensity {
    private let style: SmallMark.SymbolStyle
    private let origin: PlotPoint
    /// Squares that a point covers, in each direction.
    private let across: Int
    private let size: Double
    private let columns: Int
    private let rows: Int
    /// How many points cover a square.
    private var counts: [Int]
    /// One more than the index of the point on top.
    private var tops: [Int]

    /// Fewer points are drawn one by one.
    static let fewestPoints = 5000

    private static let levels = 12.0

    init(_ places: [PlotPoint], _ style: SmallMark.SymbolStyle, in frame: Rectangle) {
        self.style = style
        across = style.diameter < 4.5 ? 2 : 3
        size = max(style.diameter, 3) / Double(across)
        let margin = 3.0
        origin = PlotPoint(
            frame.x.rounded(.down) - margin * size, frame.y.rounded(.down) - margin * size)
        columns = Int((frame.width / size).rounded(.up) + 2 * margin) + 1
        rows = Int((frame.height / size).rounded(.up) + 2 * margin) + 1
        counts = Array(repeating: 0, count: columns * rows)
        tops = counts
        for (index, place) in places.enumerated() where place.isFinite { cover(place, index) }
    }

    /// Counts the point on the squares nearest to it.
    private mutating func cover(_ place: PlotPoint, _ index: Int) {
        let (x, y) = ((place.x - origin.x) / size, (place.y - origin.y) / size)
        guard x >= 1, y >= 1, x < Double(columns - 2), y < Double(rows - 2) else { return }
        let half = Double(across) / 2
        let (left, top) = (Int((x - half).rounded()), Int((y - half).rounded()))
        for row in top..<top + across {
            for column in left..<left + across {
                counts[row * columns + column] += 1
                tops[row * columns + column] = index + 1
            }
        }
    }

    /// A path for each degree of opacity, or for each colour, in squares from the upper left corner on.
    var elements: [SVGElement] {
        let paints = counts.indices.map { counts[$0] == 0 ? nil : paint(of: $0) }
        var paths: [Paint: RunPath] = [:]
        var order: [Paint] = []
        for row in 0..<rows {
            var column = 0
            while column < columns {
                let start = column
                let paint = paints[row * columns + start]
                while column < columns, paints[row * columns + column] == paint { column += 1 }
                guard let paint else { continue }
                if paths[paint] == nil { order.append(paint) }
                paths[paint, default: RunPath()].add(row: row, from: start, to: column)
            }
        }
        let places = [origin.x, origin.y + size / 2].map { SVGNumber.text($0) }.joined(separator: " ")
        let transform = "translate(\(places)) scale(\(SVGNumber.text(size, decimals: 4)))"
        let squares = order.map { SVGElement("path", ["d": paths[$0]?.text], $0.attributes) }
        return [
            .group(
                [
                    "fill": "none", "stroke": style.color.svgText, "shape-rendering": "crispEdges",
                    "transform": transform,
                ], of: squares)
        ]
    }

    /// Lines as high as a square, each from where the last one ended: the shortest way to write many.
    private struct RunPath {
        private(set) var text = ""
        private var end = (row: 0, column: 0)

        mutating func add(row: Int, from start: Int, to end: Int) {
            text += "\(text.isEmpty ? "M" : "m")\(start - self.end.column),\(row - self.end.row)h\(end - start)"
            self.end = (row, end)
        }
    }

    private struct Paint: Hashable {
        let color: PlotColor?
        let level: Int

        var attributes: SVGAttributes {
            ["stroke": color?.svgText, "stroke-opacity": level == Int(levels) ? nil : Double(level) / levels]
        }
    }

    private func paint(of square: Int) -> Paint {
        if let colors = style.colors {
            let index = tops[square] - 1
            return Paint(color: colors.indices.contains(index) ? colors[index] : nil, level: Int(Self.levels))
        }
        let opacity = 1 - pow(1 - min(max(style.opacity, 0), 1), Double(counts[square]))
        return Paint(color: nil, level: max(Int((opacity * Self.levels).rounded()), 1))
    }
}
