extension SmallMark {
    /// Adds to the extents of both axes what this mark spans.
    func addExtent(x: inout Extent, y: inout Extent) {
        switch self {
        case .line(let points, _), .symbols(let points, _), .data(let points, _):
            points.forEach { Self.include($0, &x, &y) }
        case .area(let upper, let lower, _):
            (upper + lower).forEach { Self.include($0, &x, &y) }
            if lower.contains(where: { $0.y == 0 }) { y.include(edge: 0) }
        case .rectangles(let rectangles, _):
            rectangles.forEach { Self.include($0, &x, &y) }
        case .segments(let segments, _):
            for segment in segments {
                Self.include(segment.from, &x, &y)
                Self.include(segment.to, &x, &y)
            }
        case .rule(.horizontal(let value), _): y.include(bound: value)
        case .rule(.vertical(let value), _): x.include(bound: value)
        case .text(let text):
            x.include(bound: text.point.x)
            y.include(bound: text.point.y)
        case .picture(_, let rectangle), .bounds(let rectangle):
            for corner in [rectangle.from, rectangle.to] {
                x.include(edge: corner.x)
                y.include(edge: corner.y)
            }
        }
    }

    private static func include(_ point: PlotPoint, _ x: inout Extent, _ y: inout Extent) {
        guard point.isFinite else { return }
        x.include(point.x)
        y.include(point.y)
    }

    /// A rectangle's side at zero is its foot.
    private static func include(_ rectangle: DataRectangle, _ x: inout Extent, _ y: inout Extent) {
        for corner in [rectangle.from, rectangle.to] {
            if corner.x == 0 { x.include(edge: 0) } else { x.include(side: corner.x) }
            if corner.y == 0 { y.include(edge: 0) } else { y.include(side: corner.y) }
        }
    }
}
