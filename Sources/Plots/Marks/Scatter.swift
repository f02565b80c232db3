import Display

/// A symbol at each point.
///
///     Scatter(heights, weights, label: "people")
///     Scatter(x, y, values: temperatures, colorMap: .magma, valueLabel: "°C")
///
/// With `values`, each point has the colour of its value, and a colour bar tells which that is. An x, y or `values` of
/// different counts stop the cell.
public struct Scatter: Mark {
    let x: PlotCoordinates
    let y: [Double]
    let symbol: Symbol
    let size: Double
    let opacity: Double
    let values: [Double]?
    let colorMap: ColorMap
    let valueLabel: String?
    public let label: String?
    public let color: PlotColor?

    public init(
        _ x: some PlotValues, _ y: some PlotValues, label: String? = nil, color: PlotColor? = nil,
        symbol: Symbol = .circle, size: Double = 6, opacity: Double = 0.85
    ) {
        (self.x, self.y) = PlotCoordinates.paired(x, y, in: "Scatter", isOrdered: false)
        self.symbol = symbol
        self.size = size
        self.opacity = opacity
        self.label = label
        self.color = color
        values = nil
        colorMap = .viridis
        valueLabel = nil
    }

    public init(
        _ x: some PlotValues, _ y: some PlotValues, values: some PlotValues, colorMap: ColorMap = .viridis,
        valueLabel: String? = nil, label: String? = nil, symbol: Symbol = .circle, size: Double = 6,
        opacity: Double = 1
    ) {
        (self.x, self.y) = PlotCoordinates.paired(x, y, in: "Scatter", isOrdered: false)
        let values = values.coordinates.numbers("Scatter: values")
        demand(
            values.count == y.coordinates.count,
            "Scatter: y has \(y.coordinates.count) values, but there are \(values.count) to colour the points by")
        self.values = values
        self.colorMap = colorMap
        self.valueLabel = valueLabel
        self.symbol = symbol
        self.size = size
        self.opacity = opacity
        self.label = label
        color = .foreground
    }

    public var names: MarkNames { MarkNames(x: x.names) }
    public var series: MarkSeries? { MarkSeries(kind: "scatter plot", x: x, y: y) }

    public var colorBar: ColorBar? {
        values.map { ColorBar(colorMap, limits: ColorBar.limits(of: $0), label: valueLabel) }
    }

    public func smallMarks(in context: MarkContext) -> [SmallMark] {
        let points = zip(context.x(x), y).map { PlotPoint($0, $1) }
        let colors = values.flatMap { values in colorBar.map { bar in values.map { bar.color(of: $0) } } }
        let style = SmallMark.SymbolStyle(
            symbol.varied(context.round), size: size, color: context.color, opacity: opacity, colors: colors)
        return [.symbols(points, style), .data(points, titles: context.titles(x: x, y: y) ?? [])]
    }
}

extension Scatter: MarkWithNote {
    var note: String? {
        let count = values?.count(where: \.isNaN) ?? 0
        return count == 0
            ? nil : "Grey: \(ValueText.short(Double(count))) point\(count == 1 ? "" : "s") without a value."
    }
}
