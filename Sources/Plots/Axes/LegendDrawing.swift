/// Draws a legend: a sample of each mark and its name.
struct LegendDrawing {
    let layout: LegendLayout

    init(_ layout: LegendLayout) {
        self.layout = layout
    }

    var element: SVGElement {
        .group(of: ground + layout.entries.flatMap { sample($0) + name($0) })
    }

    private var ground: [SVGElement] {
        guard layout.hasGround else { return [] }
        let place: SVGAttributes = [
            "x": layout.bounds.x, "y": layout.bounds.y, "width": layout.bounds.width, "height": layout.bounds.height,
        ]
        return [
            SVGElement(
                "rect", place, ["fill": "#ffffff", "fill-opacity": "0.85", "style": "fill:var(--paper,#ffffff)"])
        ]
    }

    private func name(_ entry: LegendLayout.Entry) -> [SVGElement] {
        let style = LegendLayout.style
        let point = PlotPoint(LegendLayout.textX(entry), entry.place.y + style.capHeight / 2)
        return SVGElement.lines(
            entry.lines, of: entry.label, at: point, style, lineHeight: LegendLayout.lineHeight)
    }

    private func sample(_ entry: LegendLayout.Entry) -> [SVGElement] {
        let (start, width) = (entry.place, LegendLayout.keyWidth)
        var elements: [SVGElement] = []
        if let swatch = entry.key.swatch {
            let box: SVGAttributes = ["x": start.x + width - 18, "y": start.y - 5, "width": 18, "height": 10]
            elements.append(SVGElement("rect", box, swatch.attributes))
        }
        if let stroke = entry.key.stroke {
            var path = PathData()
            path.addLine(through: [start, PlotPoint(start.x + width, start.y)])
            elements.append(SVGElement("path", ["d": path.text, "fill": "none"], stroke.attributes))
        }
        if var symbol = entry.key.symbol {
            symbol.size = min(symbol.size, 10)
            let hasLine = entry.key.stroke != nil
            let place = PlotPoint(start.x + (hasLine ? width / 2 : width - symbol.size / 2 - 2), start.y)
            elements.append(.group(symbol.attributes, of: [symbol.element(at: place)]))
        }
        return elements
    }
}
