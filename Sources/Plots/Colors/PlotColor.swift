import Display

/// A colour of a mark: one of the palette, the page's own text colour, or a literal one.
///
/// Written as a string, it is what matplotlib takes: a letter (`"b"`), a name (`"steelblue"`, `"tab:orange"`), a place in
/// the palette (`"C2"`), a grey (`"0.5"`), or `"#rrggbb"`. The letters and the plain names of their colours stand for
/// colours of the palette, which hold their contrast on light and on dark pages; the others are taken literally.
///
///     LinePlot(history["loss"], color: "r")
///     LinePlot(history["loss"], color: "#3366cc")
public struct PlotColor: Hashable, Sendable {
    enum Paint: Hashable {
        case palette(Int)
        /// The colour of the text around the figure: dark on a light page, light on a dark one.
        case foreground
        /// A colour as CSS writes it.
        case literal(String)
    }

    let paint: Paint

    init(_ paint: Paint) {
        self.paint = paint
    }

    /// A place in the palette, which starts over after its last colour.
    public static func palette(_ index: Int) -> PlotColor { PlotColor(.palette(index)) }

    /// The page's text colour.
    public static let foreground = PlotColor(.foreground)

    /// The colour that matplotlib calls so; a name that it does not know stops the cell.
    public init(_ name: String) {
        guard let paint = ColorNames.paint(of: name) else {
            misuse(
                """
                colour: "\(name)" is not known; expected a letter of "bgrcmykw", a name such as "steelblue", a place in \
                the palette such as "C2", a grey from "0" to "1", or "#rrggbb"
                """)
        }
        self.init(paint)
    }
}

extension PlotColor: ExpressibleByStringLiteral {
    public init(stringLiteral name: String) {
        self.init(name)
    }
}

extension PlotColor: SVGValue {
    var svgText: String {
        switch paint {
        case .palette(let index): Palette.color(at: index).hex
        case .foreground: "currentColor"
        case .literal(let text): text
        }
    }
}
