import Display

/// How many of the values lie in each of equal ranges.
///
///     Histogram(weights, bins: 30)
///
/// Without `bins`, their number is the larger one by Sturges's and by Freedman and Diaconis's rule, as NumPy's `auto`;
/// whole numbers that span little have a bin each. A value on the edge of two bars belongs to the upper one. With
/// `isDensity`, the areas of the bars add up to 1.
///
/// More bins than there are numbers in the range, and a range without end, stop the cell.
public struct Histogram: Mark {
    let edges: [Double]
    let heights: [Double]
    let isDensity: Bool
    public let label: String?
    public let color: PlotColor?

    public init(
        _ values: some PlotValues, bins: Int? = nil, range: ClosedRange<Double>? = nil, isDensity: Bool = false,
        label: String? = nil, color: PlotColor? = nil
    ) {
        if let bins { demand(bins > 0 && bins <= 10_000, "Histogram: bins must be in 1...10000, but is \(bins)") }
        let numbers = values.coordinates.numbers("Histogram: values").filter { abs($0) <= Extent.largest }
        let binning = Binning(numbers, count: bins, range: range)
        edges = binning.edges
        let counts = binning.counts(numbers)
        let scale = isDensity ? 1 / (Double(max(counts.reduce(0, +), 1)) * binning.width) : 1
        heights = counts.map { Double($0) * scale }
        self.isDensity = isDensity
        self.label = label
        self.color = color
    }

    public var series: MarkSeries? {
        let centres = zip(edges, edges.dropFirst()).map { ($0 + $1) / 2 }
        return MarkSeries(kind: "histogram", x: .numbers(centres), y: heights)
    }

    public func smallMarks(in context: MarkContext) -> [SmallMark] {
        let places = ValueText.distinct(edges, ValueText.place)
        let gap = (edges[1] - edges[0]) * 0.02
        let rectangles = heights.indices.map { index in
            let (from, to) = (edges[index], edges[index + 1])
            let title = "\(places[index]) – \(places[index + 1]) · \(ValueText.short(heights[index]))"
            return SmallMark.DataRectangle(PlotPoint(from + gap, 0), PlotPoint(to - gap, heights[index]), title: title)
        }
        let tops = heights.indices.map { PlotPoint(edges[$0], heights[$0]) }
        return [.rectangles(rectangles, .init(context.color, opacity: 0.85)), .data(tops, titles: [])]
    }
}
