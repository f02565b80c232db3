/// A place: in the units of the data, or on the drawing (right and down, 72 units an inch).
public struct PlotPoint: Equatable, Sendable {
    public var x: Double
    public var y: Double

    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    var isFinite: Bool { x.isFinite && y.isFinite }
}

/// A rectangle on the drawing; `y` grows downwards.
struct Rectangle: Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var maxX: Double { x + width }
    var maxY: Double { y + height }
    var midX: Double { x + width / 2 }
    var midY: Double { y + height / 2 }

    func contains(_ point: PlotPoint) -> Bool {
        point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY
    }

    func intersects(_ other: Rectangle) -> Bool {
        x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
    }

    /// The largest rectangle of this width to height in the middle of this one.
    func fitting(aspect: Double) -> Rectangle {
        let fittingWidth = min(width, height * aspect)
        let fittingHeight = fittingWidth / aspect
        return Rectangle(
            x: midX - fittingWidth / 2, y: midY - fittingHeight / 2, width: fittingWidth, height: fittingHeight)
    }
}

/// The space that something takes on each side of a frame.
struct Margins: Equatable {
    var top = 0.0
    var right = 0.0
    var bottom = 0.0
    var left = 0.0

    /// The larger one on each side.
    func union(_ other: Margins) -> Margins {
        Margins(
            top: max(top, other.top), right: max(right, other.right), bottom: max(bottom, other.bottom),
            left: max(left, other.left))
    }
}
