import Glibc

/// The shape of a marker, by matplotlib's letter.
public enum Symbol: Character, Sendable, CaseIterable {
    case circle = "o"
    case point = "."
    case pixel = ","
    case square = "s"
    case triangleUp = "^"
    case triangleDown = "v"
    case triangleLeft = "<"
    case triangleRight = ">"
    case diamond = "D"
    case thinDiamond = "d"
    case pentagon = "p"
    case hexagon = "h"
    case turnedHexagon = "H"
    case octagon = "8"
    case star = "*"
    case plus = "+"
    case cross = "x"
    case filledPlus = "P"
    case filledCross = "X"
    case verticalLine = "|"
    case horizontalLine = "_"

    /// Whether it consists of lines and has nothing to fill.
    var isStroked: Bool {
        switch self {
        case .plus, .cross, .filledPlus, .filledCross, .verticalLine, .horizontalLine: true
        default: false
        }
    }

    /// The width of its lines, as a part of its size.
    var relativeStroke: Double {
        switch self {
        case .filledPlus, .filledCross: 0.36
        default: 0.22
        }
    }

    /// Its outline about the origin; radius 1 is half of its size. A circle has none.
    var strokes: [[PlotPoint]] {
        switch self {
        case .circle, .point, .pixel: []
        case .square: [Self.polygon(4, radius: 1.25, from: 45)]
        case .triangleUp: [Self.polygon(3, radius: 1.25, from: -90)]
        case .triangleDown: [Self.polygon(3, radius: 1.25, from: 90)]
        case .triangleLeft: [Self.polygon(3, radius: 1.25, from: 180)]
        case .triangleRight: [Self.polygon(3, radius: 1.25, from: 0)]
        case .diamond: [Self.polygon(4, radius: 1.3, from: 0)]
        case .thinDiamond: [Self.polygon(4, radius: 1.3, from: 0).map { PlotPoint($0.x * 0.6, $0.y) }]
        case .pentagon: [Self.polygon(5, radius: 1.15, from: -90)]
        case .hexagon: [Self.polygon(6, radius: 1.1, from: -90)]
        case .turnedHexagon: [Self.polygon(6, radius: 1.1, from: 0)]
        case .octagon: [Self.polygon(8, radius: 1.08, from: 22.5)]
        case .star: [Self.starOutline]
        case .plus, .filledPlus: [Self.line(0), Self.line(90)]
        case .cross, .filledCross: [Self.line(45), Self.line(-45)]
        case .verticalLine: [Self.line(90)]
        case .horizontalLine: [Self.line(0)]
        }
    }

    private static func polygon(_ corners: Int, radius: Double, from degrees: Double) -> [PlotPoint] {
        (0..<corners).map { onCircle(radius, degrees + 360 * Double($0) / Double(corners)) }
    }

    private static let starOutline = (0..<10).map { onCircle($0 % 2 == 0 ? 1.3 : 0.55, -90 + 36 * Double($0)) }

    private static func line(_ degrees: Double) -> [PlotPoint] {
        [onCircle(1.1, degrees), onCircle(1.1, degrees + 180)]
    }

    private static func onCircle(_ radius: Double, _ degrees: Double) -> PlotPoint {
        PlotPoint(radius * cos(degrees * .pi / 180), radius * sin(degrees * .pi / 180))
    }
}
