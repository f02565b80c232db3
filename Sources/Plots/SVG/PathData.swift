/// The `d` of a path, built point by point.
struct PathData {
    private(set) var text = ""
    let decimals: Int

    /// Long paths are written with fewer decimals: a tenth of a unit cannot be seen in them.
    init(pointCount: Int = 0) {
        decimals = pointCount > 1000 ? 1 : 2
        text.reserveCapacity(pointCount * 12)
    }

    mutating func move(to point: PlotPoint) {
        append("M", point)
    }

    mutating func line(to point: PlotPoint) {
        append("L", point)
    }

    /// A dot where it stands, drawn by a round line cap.
    mutating func dot(at point: PlotPoint) {
        append("M", point)
        text.append("h0")
    }

    mutating func addRectangle(x: Double, y: Double, width: Double, height: Double) {
        append("M", PlotPoint(x, y))
        for (command, length) in [("h", width), ("v", height), ("h", -width)] {
            text.append(command)
            SVGNumber.append(length, decimals: decimals, to: &text)
        }
        close()
    }

    mutating func close() {
        text.append("Z")
    }

    /// A line through the points, starting anew after a gap; a point between two gaps becomes a dot.
    mutating func addLine(through points: [PlotPoint]) {
        var isDown = false
        for (index, point) in points.enumerated() {
            guard point.isFinite else {
                isDown = false
                continue
            }
            let isLast = index + 1 == points.count || !points[index + 1].isFinite
            if isDown { line(to: point) } else if isLast { dot(at: point) } else { move(to: point) }
            isDown = true
        }
    }

    private mutating func append(_ command: Character, _ point: PlotPoint) {
        text.append(command)
        SVGNumber.append(point.x, decimals: decimals, to: &text)
        text.append(",")
        SVGNumber.append(point.y, decimals: decimals, to: &text)
    }
}
