import Display

/// Words at a place in the units of the data.
///
///     Text("overfits from here on", at: (8, 0.33), alignment: .left)
public struct Text: Mark {
    let text: String
    let point: PlotPoint
    let alignment: TextAlignment
    let size: Double
    public let color: PlotColor?
    public var label: String? { nil }

    public init(
        _ text: String, at point: (Double, Double), alignment: TextAlignment = .center, color: PlotColor = .foreground,
        size: Double = 11.5
    ) {
        self.text = text
        self.point = PlotPoint(point.0, point.1)
        self.alignment = alignment
        self.color = color
        self.size = size
    }

    public func smallMarks(in context: MarkContext) -> [SmallMark] {
        [.text(.init(text, at: point, color: context.color, alignment: alignment, size: size))]
    }
}
