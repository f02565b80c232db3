/// Draws small marks at their places.
struct MarkDrawing {
    let x: Scale
    let y: Scale
    let frame: Rectangle

    func place(_ point: PlotPoint) -> PlotPoint {
        PlotPoint(x.position(point.x), y.position(point.y))
    }

    /// The elements of a small mark, from back to front.
    func elements(_ mark: SmallMark) -> [SVGElement] {
        switch mark {
        case .line(let points, let stroke): line(points, stroke)
        case .area(let upper, let lower, let fill): [area(upper, lower, fill)]
        case .symbols(let points, let style): symbols(points, style)
        case .rectangles(let rectangles, let fill): [self.rectangles(rectangles, fill)]
        case .segments(let segments, let stroke): [self.segments(segments, stroke)]
        case .rule(let rule, let stroke): [line(onDrawing: ends(of: rule), stroke)]
        case .text(let text): self.text(text)
        case .picture(let picture, let bounds): picture.framed(in: rectangle(bounds))
        case .data(let points, let titles): hoverTargets(points, titles)
        case .bounds: []
        }
    }

    /// The rectangle on the drawing; a side that has no place, as zero on a logarithmic axis, is at the frame's end.
    func rectangle(_ data: SmallMark.DataRectangle) -> Rectangle {
        let (left, right) = Self.ordered(x.clampedPosition(data.from.x), x.clampedPosition(data.to.x))
        let (top, bottom) = Self.ordered(y.clampedPosition(data.from.y), y.clampedPosition(data.to.y))
        return Rectangle(x: left, y: top, width: right - left, height: bottom - top)
    }

    func ends(of rule: SmallMark.Rule) -> [PlotPoint] {
        switch rule {
        case .horizontal(let value):
            [PlotPoint(frame.x, y.position(value)), PlotPoint(frame.maxX, y.position(value))]
        case .vertical(let value):
            [PlotPoint(x.position(value), frame.maxY), PlotPoint(x.position(value), frame.y)]
        }
    }

    private static func ordered(_ first: Double, _ second: Double) -> (Double, Double) {
        first < second ? (first, second) : (second, first)
    }

    /// The line, and a dot for each point between two gaps, which a line by itself would not show.
    private func line(_ points: [PlotPoint], _ stroke: SmallMark.Stroke) -> [SVGElement] {
        var places = points.map(place)
        let lone = places.indices.filter { index in
            places[index].isFinite && (index == 0 || !places[index - 1].isFinite)
                && (index + 1 == places.count || !places[index + 1].isFinite)
        }
        let dots = lone.map { places[$0] }
        for index in lone { places[index] = PlotPoint(.nan, .nan) }
        let style = SmallMark.SymbolStyle(
            .circle, size: max(4.5, stroke.width * 2.5), color: stroke.color, opacity: stroke.opacity)
        return (places.contains(where: \.isFinite) ? [line(onDrawing: decimated(places), stroke)] : [])
            + (dots.isEmpty ? [] : [.group(style.attributes, of: dots.map { style.element(at: $0) })])
    }

    private func line(onDrawing points: [PlotPoint], _ stroke: SmallMark.Stroke) -> SVGElement {
        var path = PathData(pointCount: points.count)
        path.addLine(through: points)
        return SVGElement("path", ["d": path.text, "fill": "none"], stroke.attributes)
    }

    private func segments(_ segments: [(from: PlotPoint, to: PlotPoint)], _ stroke: SmallMark.Stroke) -> SVGElement {
        var path = PathData(pointCount: segments.count * 2)
        for segment in segments { path.addLine(through: clipped([segment.from, segment.to])) }
        return SVGElement("path", ["d": path.text, "fill": "none"], stroke.attributes)
    }

    /// One closed outline for each stretch without a gap.
    private func area(_ upper: [PlotPoint], _ lower: [PlotPoint], _ fill: SmallMark.Fill) -> SVGElement {
        let pairs = AreaEdges(upper, lower).places(in: self)
        var path = PathData(pointCount: pairs.count * 2)
        for stretch in pairs.split(whereSeparator: { !$0.upper.isFinite || !$0.lower.isFinite }) {
            let outline = decimated(stretch.map(\.upper)) + decimated(stretch.map(\.lower)).reversed()
            path.addLine(through: outline)
            path.close()
        }
        return SVGElement("path", ["d": path.text], fill.attributes)
    }

    /// The places of the ends of a shape that reaches from one to the other: one that has no place, as what is below zero
    /// on a logarithmic axis, is at the frame's end; where none has one, there is nothing to be seen.
    func clipped(_ ends: [PlotPoint]) -> [PlotPoint] {
        let places = ends.map(place)
        guard places.contains(where: \.isFinite) else { return places }
        return ends.map { PlotPoint(x.clippedPosition($0.x), y.clippedPosition($0.y)) }
    }

    private func rectangles(_ rectangles: [SmallMark.DataRectangle], _ fill: SmallMark.Fill) -> SVGElement {
        let elements = rectangles.map { data in
            let place = rectangle(data)
            if data.isHatched { return Hatching.element(in: place).titled(data.title) }
            return SVGElement(
                "rect",
                [
                    "x": place.x, "y": place.y, "width": place.width, "height": place.height,
                    "fill": data.color?.svgText,
                ]
            ).titled(data.title)
        }
        return .group(fill.attributes, ["shape-rendering": "crispEdges"], of: elements)
    }
}

extension SmallMark.Stroke {
    var attributes: SVGAttributes {
        [
            "stroke": color.svgText, "stroke-width": width, "stroke-dasharray": style.dashes(width: width),
            "stroke-linejoin": "round", "stroke-linecap": style == .solid ? "round" : nil,
            "stroke-opacity": opacity == 1 ? nil : opacity,
        ]
    }
}

extension SmallMark.Fill {
    var attributes: SVGAttributes {
        ["fill": color.svgText, "fill-opacity": opacity == 1 ? nil : opacity]
    }
}
