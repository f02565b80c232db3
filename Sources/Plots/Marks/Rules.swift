import Display

/// A horizontal line through the whole frame.
///
///     HLine(0.5, style: "k:", label: "chance")
public struct HLine: Mark {
    let y: Double
    let style: SeriesStyle
    let width: Double
    public let label: String?
    public let color: PlotColor?

    public init(_ y: Double, style: String = "k--", label: String? = nil, color: PlotColor? = nil, width: Double = 1.25)
    {
        self.y = y
        self.style = SeriesStyle(style, of: "HLine")
        self.width = width
        self.label = label
        self.color = color ?? self.style.color
    }

    public func smallMarks(in context: MarkContext) -> [SmallMark] {
        [.rule(.horizontal(y), .init(context.color, width: width, style: style.line ?? .solid))]
    }
}

/// A vertical line through the whole frame.
///
///     VLine(7, style: "k:", label: "best epoch")
public struct VLine: Mark {
    let x: Double
    let style: SeriesStyle
    let width: Double
    public let label: String?
    public let color: PlotColor?

    public init(_ x: Double, style: String = "k--", label: String? = nil, color: PlotColor? = nil, width: Double = 1.25)
    {
        self.x = x
        self.style = SeriesStyle(style, of: "VLine")
        self.width = width
        self.label = label
        self.color = color ?? self.style.color
    }

    public func smallMarks(in context: MarkContext) -> [SmallMark] {
        [.rule(.vertical(x), .init(context.color, width: width, style: style.line ?? .solid))]
    }
}
