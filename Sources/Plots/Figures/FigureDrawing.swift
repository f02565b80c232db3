/// Draws a figure as SVG.
///
/// 1. The drawing takes its text colour from the page around it (`currentColor`) and has no background, so that it is at
///    home on light and on dark pages.
/// 2. It holds no id, no script, no style sheet and no reference to anything outside: any number of figures can stand in a
///    page.
/// 3. The same figure gives the same text.
struct FigureDrawing {
    let figure: Figure

    /// Units an inch.
    static let unitsPerInch = 72.0

    private static let fonts =
        "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif"

    /// A page's checkers know no attributes of HTML's `svg` element for these.
    ///
    /// Places are counted from the left in pages of any direction; digits are of one height and width, whatever the page
    /// has. How wide the drawing may be is left to the page.
    private static let style =
        "direction:ltr;unicode-bidi:isolate;fill:currentColor;font-family:\(fonts);"
        + "font-variant-numeric:lining-nums tabular-nums"

    /// The whole drawing. A file that stands by itself has a colour for its text, and may have one for its background.
    func element(alternativeText: String, foreground: String? = nil, background: String? = nil) -> SVGElement {
        let canvas = FigureCanvas(figure)
        let description = [
            SVGElement("title", text: figure.title ?? figure.panelTitles),
            SVGElement("desc", text: alternativeText),
        ]
        let backdrop = background.map {
            SVGElement("rect", ["width": canvas.width, "height": canvas.height, "fill": $0])
        }
        return SVGElement(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "role": "img", "width": canvas.width, "height": canvas.height,
                "viewBox": "0 0 \(SVGNumber.text(canvas.width)) \(SVGNumber.text(canvas.height))",
                "style": Self.style + (foreground.map { ";color:\($0)" } ?? ""),
            ], children: description + (backdrop.map { [$0] } ?? []) + canvas.elements)
    }
}

extension Figure {
    /// The titles of its axes as one.
    fileprivate var panelTitles: String {
        guard case .panels(let grid) = content else { return "Images" }
        let titles = grid.panels.compactMap(\.title)
        return titles.isEmpty ? "Figure" : titles.joined(separator: ", ")
    }
}
