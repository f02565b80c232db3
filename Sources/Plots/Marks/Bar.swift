import Display

/// Bars from zero to each value.
///
///     Bar(["tea", "coffee"], [3, 5])
///     Bar(1...12, rainfall, label: "rain", width: 0.6)
///     Bar(names, scores, isHorizontal: true)
///
/// Several of them in the same axes stand side by side; `Axes { … }.stacked()` puts one on top of the other. `width` is the
/// part of the space that the bars of a place take.
public struct Bar: Mark {
    let x: PlotCoordinates
    let values: [Double]
    let width: Double
    let isHorizontal: Bool
    public let label: String?
    public let color: PlotColor?
    /// Which of how many bars that share a place this one is.
    var slot = (index: 0, count: 1)
    /// The space of one place: for a bar by itself, found from its own places.
    var step: BarStep?
    /// Where each bar begins.
    var bases: [Double]

    public init(
        _ x: some PlotValues, _ heights: some PlotValues, label: String? = nil, color: PlotColor? = nil,
        width: Double = 0.8, isHorizontal: Bool = false
    ) {
        demand(width > 0 && width <= 1, "Bar: width must be above 0 and at most 1, but is \(width)")
        (self.x, values) = PlotCoordinates.paired(x, heights, in: "Bar")
        self.width = width
        self.isHorizontal = isHorizontal
        self.label = label
        self.color = color
        bases = values.map { _ in 0 }
    }

    public var names: MarkNames { isHorizontal ? MarkNames(y: x.names) : MarkNames(x: x.names) }
    public var series: MarkSeries? { MarkSeries(kind: "bar chart", x: x, y: values) }

    var places: [PlotCoordinate] {
        switch x {
        case .names(let names): names.map(PlotCoordinate.name)
        case .numbers(let numbers): numbers.map(PlotCoordinate.number)
        }
    }

    public func smallMarks(in context: MarkContext) -> [SmallMark] {
        let centres = isHorizontal ? context.y(x) : context.x(x)
        let step = step ?? BarStep(among: centres, on: .linear)
        let thickness = width / Double(slot.count)
        let rectangles = centres.indices.compactMap { index -> SmallMark.DataRectangle? in
            guard values[index].isFinite, step.holds(centres[index]) else { return nil }
            let near = -width / 2 + thickness * Double(slot.index)
            let far = near + thickness * (slot.count > 1 ? 0.94 : 1)
            let sides = step.place(near, from: centres[index])...step.place(far, from: centres[index])
            let title = context.title(x: x, at: index, y: ValueText.short(values[index]))
            return rectangle(across: sides, from: bases[index], to: bases[index] + values[index], title)
        }
        return [
            .rectangles(rectangles, .init(context.color, opacity: context.barOpacity)),
            .data(dataPoints(centres), titles: []),
        ]
    }

    private func rectangle(
        across: ClosedRange<Double>, from: Double, to: Double, _ title: String
    ) -> SmallMark.DataRectangle {
        isHorizontal
            ? .init(PlotPoint(from, across.lowerBound), PlotPoint(to, across.upperBound), title: title)
            : .init(PlotPoint(across.lowerBound, from), PlotPoint(across.upperBound, to), title: title)
    }

    /// The data themselves, from which the axes learn whether they are whole numbers.
    private func dataPoints(_ centres: [Double]) -> [PlotPoint] {
        centres.indices.map { index in
            let value = bases[index] + values[index]
            return isHorizontal ? PlotPoint(value, centres[index]) : PlotPoint(centres[index], value)
        }
    }
}
