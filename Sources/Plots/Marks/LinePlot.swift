import Display

/// A line through points, with or without markers.
///
///     LinePlot(history["loss"], style: "b-", label: "loss")
///     LinePlot([0, 1, 4], [2.5, .nan, 3])      // a gap where a number is missing
///
/// `style` is a style string of matplotlib: a colour, a line, a marker, in any order. Without an x, the points stand at 0,
/// 1, 2 …; an x and a y of different counts stop the cell, and so does a matrix: each of its columns is a line of its own,
/// `LinePlot(matrix[0..., 0])`.
public struct LinePlot: Mark {
    let x: PlotCoordinates
    let y: [Double]
    let style: SeriesStyle
    let width: Double
    let markerSize: Double
    let opacity: Double
    public let label: String?
    public let color: PlotColor?

    public init(
        _ y: some PlotValues, style: String = "-", label: String? = nil, color: PlotColor? = nil, width: Double = 1.75,
        markerSize: Double = 6, opacity: Double = 1
    ) {
        let x = PlotCoordinates.counting(y.coordinates.count)
        self.init(
            x, y, style: style, label: label, color: color, width: width, markerSize: markerSize, opacity: opacity)
    }

    public init(
        _ x: some PlotValues, _ y: some PlotValues, style: String = "-", label: String? = nil, color: PlotColor? = nil,
        width: Double = 1.75, markerSize: Double = 6, opacity: Double = 1
    ) {
        (self.x, self.y) = PlotCoordinates.paired(x, y, in: "LinePlot")
        self.style = SeriesStyle(style, of: "LinePlot")
        self.label = label
        self.color = color ?? self.style.color
        self.width = width
        self.markerSize = markerSize
        self.opacity = opacity
    }

    public var names: MarkNames { MarkNames(x: x.names) }
    public var series: MarkSeries? { MarkSeries(kind: "line chart", x: x, y: y) }

    public func smallMarks(in context: MarkContext) -> [SmallMark] {
        let points = zip(context.x(x), y).map { PlotPoint($0, $1) }
        let style = style.varied(context.round)
        var marks: [SmallMark] = []
        if let line = style.line {
            marks.append(.line(points, .init(context.color, width: width, style: line, opacity: opacity)))
        }
        if let symbol = style.symbol {
            marks.append(.symbols(points, .init(symbol, size: markerSize, color: context.color, opacity: opacity)))
        }
        if let titles = context.titles(x: x, y: y) { marks.append(.data(points, titles: titles)) }
        return marks
    }
}
