@testable import Plots

/// Where the words of a drawing are, by the widths that the layout reckons with.
struct TextBox {
    let text: String
    let bounds: Rectangle
    let isSlanted: Bool

    /// The bounds after turning: a slanted text runs up to its right end.
    var turnedBounds: Rectangle {
        guard isSlanted else { return bounds }
        let (width, height) = (bounds.width * TickLabels.slantPart, bounds.height * TickLabels.slantPart)
        return Rectangle(
            x: bounds.maxX - width - height, y: bounds.maxY - height, width: width + height, height: width + height)
    }

    /// The boxes of all text in the elements; titles of marks are no text that is seen.
    static func all(in elements: [SVGElement], fontSize: Double = 12) -> [TextBox] {
        elements.flatMap { element -> [TextBox] in
            let attributes = Dictionary(element.attributes.pairs.map { ($0.name, $0.value) }) { _, last in last }
            let size = attributes["font-size"].flatMap(Double.init) ?? fontSize
            switch element.content {
            case .elements(let children): return all(in: children, fontSize: size)
            case .text(let text): return element.name == "text" ? [box(text, attributes, size)] : []
            case .picture: return []
            }
        }
    }

    private static func box(_ text: String, _ attributes: [String: String], _ size: Double) -> TextBox {
        let style = TextStyle(size: size, isBold: attributes["font-weight"] != nil)
        let (x, y) = (Double(attributes["x"] ?? "") ?? 0, Double(attributes["y"] ?? "") ?? 0)
        let width = style.width(of: text)
        let parts: [String: Double] = ["middle": 0.5, "end": 1]
        let anchor = parts[attributes["text-anchor"] ?? ""] ?? 0
        let part = attributes["direction"] == "rtl" ? 1 - anchor : anchor
        let bounds = Rectangle(x: x - part * width, y: y - style.capHeight, width: width, height: style.capHeight)
        return TextBox(text: text, bounds: bounds, isSlanted: attributes["transform"] != nil)
    }
}
