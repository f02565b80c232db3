import Display

/// A curve the size of a word, with a dot at its last value.
struct Sparkline {
    let values: [Double]
    let range: ClosedRange<Double>

    static let width = 88.0
    static let height = 22.0

    /// From the least to the greatest of the finite values.
    static func range(of values: [Double]) -> ClosedRange<Double> {
        let finite = values.filter(\.isFinite)
        guard let least = finite.min(), let greatest = finite.max() else { return 0...1 }
        return least...greatest
    }

    /// - Parameter label: what the curve shows, for those who cannot see it.
    func markup(label: String) -> Markup {
        let points = self.points
        let dot = points.last.flatMap { $0 }.map { point -> Markup in
            "<circle cx=\"\(Self.text(point.x))\" cy=\"\(Self.text(point.y))\" r=\"2\"/>"
        }
        return """
            <svg class="sparkline" role="img" aria-label="\(label)" width="88" height="22" viewBox="0 0 88 22">\
            <path d="\(Self.path(points))"/>\(dot)</svg>
            """
    }

    /// A place for each value, nil for what is not finite.
    private var points: [(x: Double, y: Double)?] {
        let margin = 3.0
        let span = range.upperBound - range.lowerBound
        return values.enumerated().map { index, value in
            guard value.isFinite else { return nil }
            let across = values.count > 1 ? Double(index) / Double(values.count - 1) : 0.5
            let up = span > 0 ? (value - range.lowerBound) / span : 0.5
            return (margin + across * (Self.width - 2 * margin), Self.height - margin - up * (Self.height - 2 * margin))
        }
    }

    /// A line through the points, interrupted where there is none.
    private static func path(_ points: [(x: Double, y: Double)?]) -> String {
        var path = ""
        var isDrawing = false
        for point in points {
            if let point { path += "\(isDrawing ? "L" : "M")\(text(point.x)) \(text(point.y))" }
            isDrawing = point != nil
        }
        return path
    }

    private static func text(_ number: Double) -> String {
        NumberText.short((number * 10).rounded() / 10)
    }
}
