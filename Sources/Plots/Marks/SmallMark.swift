/// What every mark comes down to: lines, areas, symbols, rectangles, text, in the units of the data.
///
/// A mark that is made of other shapes than the ones here is composed of these; the drawing, the limits of the axes, the
/// legend and the free corner for it are all found from them.
public enum SmallMark: Sendable {
    /// A line through the points; one that is not finite leaves a gap.
    case line([PlotPoint], Stroke)
    /// The area between two lines with as many points each.
    case area(upper: [PlotPoint], lower: [PlotPoint], Fill)
    /// A symbol at each point.
    case symbols([PlotPoint], SymbolStyle)
    case rectangles([DataRectangle], Fill)
    /// Lines from point to point.
    case segments([(from: PlotPoint, to: PlotPoint)], Stroke)
    /// A line through the whole frame.
    case rule(Rule, Stroke)
    case text(PlotText)
    /// Pixels that fill a rectangle.
    case picture(Picture, DataRectangle)
    /// Data that other small marks draw: the axes learn from it what their numbers are, and where there are titles, a
    /// pointer brings them up.
    case data([PlotPoint], titles: [String])
    /// Nothing that is drawn: the axes end here.
    case bounds(DataRectangle)
}

extension SmallMark {
    /// How a line is drawn.
    public struct Stroke: Equatable, Sendable {
        public var color: PlotColor
        public var width: Double
        public var style: LineStyle
        public var opacity: Double

        public init(_ color: PlotColor, width: Double = 1.75, style: LineStyle = .solid, opacity: Double = 1) {
            self.color = color
            self.width = width
            self.style = style
            self.opacity = opacity
        }
    }

    /// How an area is filled.
    public struct Fill: Equatable, Sendable {
        public var color: PlotColor
        public var opacity: Double

        public init(_ color: PlotColor, opacity: Double = 1) {
            self.color = color
            self.opacity = opacity
        }
    }

    /// How a symbol is drawn; its size is its diameter.
    public struct SymbolStyle: Equatable, Sendable {
        public var symbol: Symbol
        public var size: Double
        public var color: PlotColor
        public var opacity: Double
        /// A colour for each point, instead of the one for all.
        public var colors: [PlotColor]?

        public init(
            _ symbol: Symbol, size: Double = 6, color: PlotColor, opacity: Double = 1, colors: [PlotColor]? = nil
        ) {
            self.symbol = symbol
            self.size = size
            self.color = color
            self.opacity = opacity
            self.colors = colors
        }
    }

    /// Two opposite corners in the units of the data, and what a pointer brings up.
    public struct DataRectangle: Equatable, Sendable {
        public var from: PlotPoint
        public var to: PlotPoint
        public var title: String?
        /// A colour of its own, instead of the one for all.
        public var color: PlotColor?
        /// Whether it stands for a number that is missing.
        var isHatched = false

        public init(_ from: PlotPoint, _ to: PlotPoint, title: String? = nil, color: PlotColor? = nil) {
            self.from = from
            self.to = to
            self.title = title
            self.color = color
        }
    }

    /// A line through the whole frame, at a number of one axis.
    public enum Rule: Equatable, Sendable {
        case horizontal(Double)
        case vertical(Double)
    }

    /// Words at a place.
    public struct PlotText: Equatable, Sendable {
        public var text: String
        public var point: PlotPoint
        public var color: PlotColor
        /// Which part of the text is at the place.
        public var alignment: TextAlignment
        public var size: Double
        /// What it must fit into, in the units of the data: it shrinks to that, or is left out.
        var space: Space?

        struct Space: Equatable, Sendable {
            let width: Double
            let height: Double
        }

        public init(
            _ text: String, at point: PlotPoint, color: PlotColor = .foreground, alignment: TextAlignment = .center,
            size: Double = 11.5
        ) {
            self.text = text
            self.point = point
            self.color = color
            self.alignment = alignment
            self.size = size
        }
    }
}

/// Which part of a text is at the place that was named for it.
public enum TextAlignment: Sendable {
    case left
    case center
    case right
}
