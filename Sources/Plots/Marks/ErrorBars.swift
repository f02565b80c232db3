import Display

/// Points with the range in which their values may lie.
///
///     ErrorBars(sizes, means, error: deviations, label: "mean ± σ")
///     ErrorBars(sizes, medians, below: q2 - q1, above: q3 - q2)
public struct ErrorBars: Mark {
    let x: PlotCoordinates
    let y: [Double]
    let below: [Double]
    let above: [Double]
    let symbol: Symbol
    public let label: String?
    public let color: PlotColor?

    /// As far below each value as above it.
    public init(
        _ x: some PlotValues, _ y: some PlotValues, error: some PlotValues, label: String? = nil,
        color: PlotColor? = nil, symbol: Symbol = .circle
    ) {
        self.init(x, y, below: error, above: error, label: label, color: color, symbol: symbol)
    }

    /// So far below each value, and so far above it.
    public init(
        _ x: some PlotValues, _ y: some PlotValues, below: some PlotValues, above: some PlotValues,
        label: String? = nil, color: PlotColor? = nil, symbol: Symbol = .circle
    ) {
        (self.x, self.y) = PlotCoordinates.paired(x, y, in: "ErrorBars")
        (_, self.below) = PlotCoordinates.paired(x, below, in: "ErrorBars (error below)")
        (_, self.above) = PlotCoordinates.paired(x, above, in: "ErrorBars (error above)")
        self.symbol = symbol
        self.label = label
        self.color = color
    }

    public var names: MarkNames { MarkNames(x: x.names) }
    public var series: MarkSeries? { MarkSeries(kind: "plot with error bars", x: x, y: y) }

    public func smallMarks(in context: MarkContext) -> [SmallMark] {
        let places = context.x(x)
        let points = zip(places, y).map { PlotPoint($0, $1) }
        let lower = points.indices.map { PlotPoint(places[$0], y[$0] - below[$0]) }
        let upper = points.indices.map { PlotPoint(places[$0], y[$0] + above[$0]) }
        let caps = SmallMark.SymbolStyle(.horizontalLine, size: 7, color: context.color)
        return [
            .symbols(points, .init(symbol.varied(context.round), size: 6.5, color: context.color)),
            .segments(zip(lower, upper).map { (from: $0, to: $1) }, .init(context.color, width: 1.5)),
            .symbols(lower, caps), .symbols(upper, caps),
            .data(points, titles: titles(context)),
        ]
    }

    private func titles(_ context: MarkContext) -> [String] {
        guard y.count <= 300 else { return [] }
        return y.indices.map { index in
            let (down, up) = (ValueText.short(below[index]), ValueText.short(above[index]))
            let range = down == up ? "± \(up)" : "− \(down) + \(up)"
            return context.title(x: x, at: index, y: "\(ValueText.short(y[index])) \(range)")
        }
    }
}
