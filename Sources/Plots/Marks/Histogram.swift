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
    /// How many values are counted nowhere, since they are no numbers or beyond what an axis can hold.
    let uncounted: Int
    private let hasValues: Bool
    public let label: String?
    public let color: PlotColor?

    public init(
        _ values: some PlotValues, bins: Int? = nil, range: ClosedRange<Double>? = nil, isDensity: Bool = false,
        label: String? = nil, color: PlotColor? = nil
    ) {
        if let bins { demand(bins > 0 && bins <= 10_000, "Histogram: bins must be in 1...10000, but is \(bins)") }
        let all = values.coordinates.numbers("Histogram: values")
        let numbers = all.filter { abs($0) <= Extent.largest }
        uncounted = all.count - numbers.count
        hasValues = !numbers.isEmpty
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
        guard hasValues else { return [] }
        let places = ValueText.distinct(edges, ValueText.place)
        let rectangles = heights.indices.map { index in
            let (from, to) = (edges[index], edges[index + 1])
            let title = "\(places[index]) – \(places[index + 1]) · \(ValueText.short(heights[index]))"
            return SmallMark.DataRectangle(PlotPoint(from, 0), PlotPoint(to, heights[index]), title: title)
        }
        // An empty range is no value that a logarithmic axis would have no place for.
        let tops = heights.indices.filter { heights[$0] > 0 }.map { PlotPoint(edges[$0], heights[$0]) }
        return [
            .rectangles(rectangles, .init(context.color, opacity: 0.85 * context.barOpacity)), .data(tops, titles: []),
        ]
    }
}

extension Histogram: MarkWithNote {
    var note: String? {
        switch uncounted {
        case 0: nil
        case 1: "1 value is not a number that an axis can hold, and is not counted."
        default: "\(uncounted) values are not numbers that an axis can hold, and are not counted."
        }
    }
}
