/// One element of a drawing: inert until it is written as text.
///
///     SVGElement("rect", ["x": 0, "y": 0, "width": 10, "height": 4])
struct SVGElement {
    let name: String
    var attributes: SVGAttributes
    var content: Content

    enum Content {
        case elements([SVGElement])
        /// Any text; it is escaped when it is written.
        case text(String)
        /// Pixels; they are written as the address of the image.
        case picture(Picture)
    }

    init(_ name: String, _ attributes: SVGAttributes..., children: [SVGElement] = []) {
        self.name = name
        self.attributes = SVGAttributes(joining: attributes)
        content = .elements(children)
    }

    init(_ name: String, _ attributes: SVGAttributes..., text: String) {
        self.name = name
        self.attributes = SVGAttributes(joining: attributes)
        content = .text(text)
    }

    /// The picture, drawn into a rectangle with its pixels kept as squares.
    static func image(_ picture: Picture, in rectangle: Rectangle) -> SVGElement {
        var element = SVGElement(
            "image",
            [
                "x": rectangle.x, "y": rectangle.y, "width": rectangle.width, "height": rectangle.height,
                "preserveAspectRatio": "none", "image-rendering": "pixelated",
            ])
        element.content = .picture(picture)
        return element
    }

    /// Elements that share attributes.
    static func group(_ attributes: SVGAttributes..., of children: [SVGElement]) -> SVGElement {
        SVGElement("g", SVGAttributes(joining: attributes), children: children)
    }

    /// The same element with the words that a pointer resting on it brings up.
    func titled(_ title: String?) -> SVGElement {
        guard let title, case .elements(let children) = content else { return self }
        var copy = self
        copy.content = .elements([SVGElement("title", text: title)] + children)
        return copy
    }
}

/// Attributes in the order in which they are written; those without a value are left out.
struct SVGAttributes: ExpressibleByDictionaryLiteral {
    private(set) var pairs: [(name: String, value: String)] = []

    init(dictionaryLiteral elements: (String, (any SVGValue)?)...) {
        pairs = elements.compactMap { name, value in value.map { (name, $0.svgText) } }
    }

    /// The attributes of all of them, one after the other.
    init(joining all: [SVGAttributes]) {
        pairs = all.flatMap(\.pairs)
    }
}

/// What an attribute's value can be made from.
protocol SVGValue {
    var svgText: String { get }
}

extension String: SVGValue {
    var svgText: String { self }
}

extension Int: SVGValue {
    var svgText: String { String(self) }
}

extension Double: SVGValue {
    var svgText: String { SVGNumber.text(self) }
}
