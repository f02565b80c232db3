extension PanelLayout {
    /// Points on the drawing, close together, where something is drawn.
    var occupiedPoints: [PlotPoint] {
        let drawn = drawings.flatMap { drawing, marks in marks.flatMap(drawing.occupiedPoints) }
        return drawn + (emptyText.map { MarkDrawing(x: x, y: y, frame: frame).inside($0.bounds) } ?? [])
    }
}

extension MarkDrawing {
    /// Points that a legend should not hide; a few units apart along lines and in areas.
    func occupiedPoints(_ mark: SmallMark) -> [PlotPoint] {
        switch mark {
        case .line(let points, _): along(decimated(points.map(place)))
        case .symbols(let points, _): points.map(place)
        case .segments(let segments, _): segments.flatMap { along([place($0.from), place($0.to)]) }
        case .area(let upper, let lower, _): between(decimated(upper.map(place)), decimated(lower.map(place)))
        case .rectangles(let rectangles, _): rectangles.flatMap { inside(rectangle($0)) }
        case .picture(_, let bounds): inside(rectangle(bounds))
        case .rule(let rule, _): along(ends(of: rule))
        case .text(let text): inside(bounds(of: text))
        case .data, .bounds: []
        }
    }

    private static let step = 6.0

    private func along(_ points: [PlotPoint]) -> [PlotPoint] {
        points.count == 1
            ? points
            : zip(points, points.dropFirst()).flatMap { from, to -> [PlotPoint] in
                guard from.isFinite, to.isFinite else { return [] }
                let length = max(abs(to.x - from.x), abs(to.y - from.y))
                let count = Int(min(max(length / Self.step, 1), 1000))
                return (0...count).map { index in
                    let part = Double(index) / Double(count)
                    return PlotPoint(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part)
                }
            }
    }

    private func between(_ upper: [PlotPoint], _ lower: [PlotPoint]) -> [PlotPoint] {
        along(upper) + along(lower) + zip(upper, lower).flatMap { along([$0, $1]) }
    }

    func inside(_ bounds: Rectangle) -> [PlotPoint] {
        let columns = min(Int(bounds.width / Self.step) + 1, 300)
        let rows = min(Int(bounds.height / Self.step) + 1, 300)
        return (0...rows).flatMap { row in
            (0...columns).map { column in
                PlotPoint(
                    bounds.x + bounds.width * Double(column) / Double(columns),
                    bounds.y + bounds.height * Double(row) / Double(rows))
            }
        }
    }
}
