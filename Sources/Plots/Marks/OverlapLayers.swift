/// Sorts dots into groups in which none overlaps another.
///
/// A path is painted as one shape: where its dots overlap, it is no darker. Dots that overlap therefore belong to
/// different paths, and their opacities add up as if each were painted by itself.
enum OverlapLayers {
    /// Beyond so many dots on one spot, one more is not seen.
    static let most = 48

    static func of(_ places: [PlotPoint], _ style: SmallMark.SymbolStyle) -> [[PlotPoint]] {
        let known = places.filter(\.isFinite)
        guard style.opacity < 1 else { return [known] }
        var layers: [[PlotPoint]] = []
        var cells: [Cell: [(place: PlotPoint, layer: Int)]] = [:]
        let diameter = max(style.diameter, 1e-6)
        for place in known {
            let cell = Cell(place, diameter)
            let near = cell.neighbours.flatMap { cells[$0] ?? [] }.filter { $0.place.distance(to: place) < diameter }
            let taken = Set(near.map(\.layer))
            let layer = (0..<most - 1).first { !taken.contains($0) } ?? most - 1
            if layer >= layers.count { layers.append([]) }
            layers[layer].append(place)
            cells[cell, default: []].append((place, layer))
        }
        return layers
    }

    /// A square as wide as a dot.
    private struct Cell: Hashable {
        let column: Int
        let row: Int

        init(_ place: PlotPoint, _ size: Double) {
            column = Int(min(max(place.x / size, -1e9), 1e9).rounded(.down))
            row = Int(min(max(place.y / size, -1e9), 1e9).rounded(.down))
        }

        private init(column: Int, row: Int) {
            self.column = column
            self.row = row
        }

        var neighbours: [Cell] {
            (row - 1...row + 1).flatMap { row in
                (column - 1...column + 1).map { Cell(column: $0, row: row) }
            }
        }
    }
}

extension PlotPoint {
    fileprivate func distance(to other: PlotPoint) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }
}
