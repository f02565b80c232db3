/// Where a text's given place lies in it.
enum TextAnchor: String {
    case start
    case middle
    case end
}

extension SVGElement {
    /// A line of text whose baseline is at a place.
    static func text(
        _ string: String, at point: PlotPoint, _ style: TextStyle, anchor: TextAnchor = .start,
        _ more: SVGAttributes = [:]
    ) -> SVGElement {
        SVGElement(
            "text",
            [
                "x": point.x, "y": point.y, "font-size": style.size, "font-weight": style.isBold ? "600" : nil,
                "text-anchor": anchor == .start ? nil : anchor.rawValue,
            ], more, text: string)
    }
}
