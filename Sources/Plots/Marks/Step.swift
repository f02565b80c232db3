import Display

/// A line that keeps each value until the next one, and then steps.
///
///     Step([1, 3, 2], place: .after)
public struct Step: Mark {
    /// Where between two points the line steps; matplotlib's `pre`, `post` and `mid`.
    public enum Place: Sendable, Hashable {
        /// At the first of them: the value holds before its point.
        case before
        /// At the second: the value holds after its point.
        case after
        /// In the middle.
        case between
    }

    let line: LinePlot
    let place: Place

    public init(
        _ y: some PlotValues, place: Place = .before, style: String = "-", label: String? = nil, color: PlotColor? = nil
    ) {
        self.init(
            PlotCoordinates.counting(y.coordinates.count), y, place: place, style: style, label: label, color: color)
    }

    public init(
        _ x: some PlotValues, _ y: some PlotValues, place: Place = .before, style: String = "-", label: String? = nil,
        color: PlotColor? = nil
    ) {
        line = LinePlot(x, y, style: style, label: label, color: color)
        self.place = place
    }

    public var label: String? { line.label }
    public var color: PlotColor? { line.color }
    public var names: MarkNames { line.names }
    public var series: MarkSeries? { line.series }

    public func smallMarks(in context: MarkContext) -> [SmallMark] {
        line.smallMarks(in: context).map { mark in
            guard case .line(let points, let stroke) = mark else { return mark }
            return .line(stepped(points), stroke)
        }
    }

    private func stepped(_ points: [PlotPoint]) -> [PlotPoint] {
        guard let first = points.first else { return [] }
        return zip(points, points.dropFirst()).reduce(into: [first]) { steps, pair in
            let (from, to) = pair
            switch place {
            case .before: steps.append(PlotPoint(from.x, to.y))
            case .after: steps.append(PlotPoint(to.x, from.y))
            case .between:
                let middle = (from.x + to.x) / 2
                steps += [PlotPoint(middle, from.y), PlotPoint(middle, to.y)]
            }
            steps.append(to)
        }
    }
}
