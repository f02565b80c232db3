extension MarkDrawing {
    /// The points of a line without those that cannot be seen: where very many fall into one column of the drawing, the
    /// first, lowest, highest and last of the column give the same picture.
    ///
    /// Only lines that never go back in x are thinned so; others are kept as they are.
    func decimated(_ places: [PlotPoint]) -> [PlotPoint] {
        let columnsPerUnit = 2.0
        guard places.count > Int(frame.width * columnsPerUnit) * 5, Self.neverGoesBack(places) else { return places }
        var kept: [PlotPoint] = []
        var start = 0
        while start < places.count {
            let column = places[start].column(columnsPerUnit)
            var end = start + 1
            while end < places.count, places[end].column(columnsPerUnit) == column { end += 1 }
            kept += Self.outline(places[start..<end])
            start = end
        }
        return kept
    }

    private static func neverGoesBack(_ places: [PlotPoint]) -> Bool {
        var last = -Double.infinity
        for place in places where place.isFinite {
            if place.x < last { return false }
            last = place.x
        }
        return true
    }

    /// The first, lowest, highest and last point, in their order. A point that is a gap is a column by itself.
    private static func outline(_ column: ArraySlice<PlotPoint>) -> [PlotPoint] {
        guard column.count > 4 else { return Array(column) }
        let lowest = column.indices.min { column[$0].y < column[$1].y } ?? column.startIndex
        let highest = column.indices.max { column[$0].y < column[$1].y } ?? column.startIndex
        return Set([column.startIndex, lowest, highest, column.endIndex - 1]).sorted().map { column[$0] }
    }
}

extension PlotPoint {
    fileprivate func column(_ columnsPerUnit: Double) -> Int? {
        isFinite ? Int((min(max(x, -1e6), 1e6) * columnsPerUnit).rounded(.down)) : nil
    }
}
