extension MarkDrawing {
    /// A symbol at each point; many small circles of one colour are the dots of a few paths, and very many points are
    /// drawn as their density.
    func symbols(_ points: [PlotPoint], _ style: SmallMark.SymbolStyle) -> [SVGElement] {
        let places = points.map(place)
        if places.count > PointDensity.fewestPoints { return PointDensity(places, style, in: frame).elements }
        if style.colors == nil, style.symbol.strokes.isEmpty, places.count > Self.mostElements {
            return OverlapLayers.of(places, style).map { dots($0, style) }
        }
        let elements = places.indices.filter { places[$0].isFinite }.map { index in
            let color = style.colors.flatMap { $0.indices.contains(index) ? $0[index] : nil }
            return style.element(at: places[index], color: color)
        }
        // Colours of a map can be close to the page's: a thin rim keeps their symbols visible on any.
        let rim: SVGAttributes =
            style.colors == nil ? [:] : ["stroke": "currentColor", "stroke-opacity": "0.4", "stroke-width": "0.6"]
        return [.group(style.attributes, style.symbol.isStroked ? [:] : rim, of: elements)]
    }

    private static let mostElements = 400

    private func dots(_ places: [PlotPoint], _ style: SmallMark.SymbolStyle) -> SVGElement {
        var path = PathData(pointCount: places.count)
        for place in places where place.isFinite { path.dot(at: place) }
        return SVGElement(
            "path",
            [
                "d": path.text, "fill": "none", "stroke": style.color.svgText, "stroke-width": style.diameter,
                "stroke-linecap": "round", "stroke-opacity": style.opacity == 1 ? nil : style.opacity,
            ])
    }

    /// Discs that are not drawn, but know their titles.
    func hoverTargets(_ points: [PlotPoint], _ titles: [String]) -> [SVGElement] {
        let targets = zip(points.map(place), titles).filter { $0.0.isFinite }.map { place, title in
            SVGElement("circle", ["cx": place.x, "cy": place.y, "r": Self.hoverRadius]).titled(title)
        }
        return targets.isEmpty ? [] : [.group(["fill": "none", "pointer-events": "all"], of: targets)]
    }

    private static let hoverRadius = 7.0

}

extension SmallMark.SymbolStyle {
    /// Points are smaller than other symbols of the same size.
    var diameter: Double {
        switch symbol {
        case .point: size * 0.5
        case .pixel: 1
        default: size
        }
    }

    var attributes: SVGAttributes {
        if symbol.isStroked {
            return [
                "stroke": color.svgText, "stroke-width": size * symbol.relativeStroke, "fill": "none",
                "stroke-linecap": "round", "stroke-opacity": opacity == 1 ? nil : opacity,
            ]
        }
        return ["fill": color.svgText, "fill-opacity": opacity == 1 ? nil : opacity]
    }

    /// The symbol about a place; its colour is that of the group around it, or its own.
    func element(at place: PlotPoint, color own: PlotColor? = nil) -> SVGElement {
        let paint: SVGAttributes = [(symbol.isStroked ? "stroke" : "fill"): own?.svgText]
        if symbol.strokes.isEmpty {
            return SVGElement("circle", ["cx": place.x, "cy": place.y, "r": diameter / 2], paint)
        }
        var path = PathData()
        for stroke in symbol.strokes {
            path.addLine(through: stroke.map { PlotPoint(place.x + $0.x * size / 2, place.y + $0.y * size / 2) })
            if !symbol.isStroked { path.close() }
        }
        return SVGElement("path", ["d": path.text], paint)
    }
}
