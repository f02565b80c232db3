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
}
