/// What the colours of a mark stand for: a strip of the map beside the frame, with ticks.
public struct ColorBar: Equatable, Sendable {
    let colorMap: ColorMap
    let limits: ClosedRange<Double>
    let label: String?

    public init(_ colorMap: ColorMap, limits: ClosedRange<Double>, label: String? = nil) {
        self.colorMap = colorMap
        self.limits = limits
        self.label = label
    }

    /// The colour of a number.
    public func color(of value: Double) -> PlotColor {
        PlotColor(.literal(rgb(of: value).hex))
    }

    func rgb(of value: Double) -> RGB {
        colorMap.color(at: (value - limits.lowerBound) / (limits.upperBound - limits.lowerBound))
    }

    /// From the smallest to the largest of the numbers; around a single one.
    static func limits(of values: [Double]) -> ClosedRange<Double> {
        let known = values.filter(\.isFinite)
        guard let low = known.min(), let high = known.max() else { return 0...1 }
        return low < high ? low...high : low - 0.5...high + 0.5
    }
}
