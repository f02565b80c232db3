import Display

/// The area below a line, or between two lines.
///
///     Area(values)
///     Area(epochs, lower: mean - spread, upper: mean + spread, label: "± 1 σ")
public struct Area: Mark {
    let x: PlotCoordinates
    let lower: [Double]
    let upper: [Double]
    let opacity: Double
    /// Whether it stands on zero and has a line on top.
    let hasLine: Bool
    public let label: String?
    public let color: PlotColor?

    /// The area between the x axis and the values at 0, 1, 2 …
    public init(_ y: some PlotValues, label: String? = nil, color: PlotColor? = nil, opacity: Double = 0.25) {
        self.init(PlotCoordinates.counting(y.coordinates.count), y, label: label, color: color, opacity: opacity)
    }

    /// The area between the x axis and the values.
    public init(
        _ x: some PlotValues, _ y: some PlotValues, label: String? = nil, color: PlotColor? = nil,
        opacity: Double = 0.25
    ) {
        (self.x, upper) = PlotCoordinates.paired(x, y, in: "Area")
        lower = upper.map { _ in 0 }
        self.opacity = opacity
        hasLine = true
        self.label = label
        self.color = color
    }

    /// The area between two lines.
    public init(
        _ x: some PlotValues, lower: some PlotValues, upper: some PlotValues, label: String? = nil,
        color: PlotColor? = nil, opacity: Double = 0.25
    ) {
        (self.x, self.lower) = PlotCoordinates.paired(x, lower, in: "Area (lower)")
        (_, self.upper) = PlotCoordinates.paired(x, upper, in: "Area (upper)")
        self.opacity = opacity
        hasLine = false
        self.label = label
        self.color = color
    }

    public var names: MarkNames { MarkNames(x: x.names) }
    public var series: MarkSeries? { hasLine ? MarkSeries(kind: "area chart", x: x, y: upper) : nil }

    public func smallMarks(in context: MarkContext) -> [SmallMark] {
        let places = context.x(x)
        let top = zip(places, upper).map { PlotPoint($0, $1) }
        let foot = zip(places, lower).map { PlotPoint($0, $1) }
        let area = SmallMark.area(upper: top, lower: foot, .init(context.color, opacity: opacity))
        guard hasLine else { return [area] }
        return [
            area, .line(top, .init(context.color, style: LineStyle.solid.varied(context.round))),
            .data(top, titles: context.titles(x: x, y: upper) ?? []),
        ]
    }
}
