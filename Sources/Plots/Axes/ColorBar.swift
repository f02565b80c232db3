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
        value.isNaN ? Self.missing : colorMap.color(at: limits.part(of: value))
    }

    /// What has no number is grey, as it is in no map but the grey one.
    private static let missing = RGB(hex: 0x9A9A9A)

    /// From the smallest to the largest of the numbers; around a single one.
    static func limits(of values: [Double]) -> ClosedRange<Double> {
        let known = values.filter { abs($0) <= Extent.largest }
        guard let low = known.min(), let high = known.max() else { return 0...1 }
        let room = low < high ? 0 : max(0.5, abs(low) * 1e-6)
        return low - room...high + room
    }
}
