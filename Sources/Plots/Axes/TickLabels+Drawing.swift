extension TickLabels {
    /// The labels below a frame that ends there.
    func below(_ bottom: Double, _ scale: Scale) -> [SVGElement] {
        zip(ticks, texts).map { tick, lines in
            let x = scale.position(tick.value)
            if isSlanted {
                let place = PlotPoint(x + 3, bottom + Self.distance + Self.style.size * 0.4)
                let turn = [-Self.slant, place.x, place.y].map { SVGNumber.text($0) }.joined(separator: " ")
                return label(tick, lines, at: place, .end, rotation: "rotate(\(turn))")
            }
            return label(tick, lines, at: PlotPoint(x, bottom + Self.distance + Self.style.size - 1), .middle)
        }
    }

    /// The labels beside a frame's end: to its left, or to its right.
    func beside(_ end: Double, _ scale: Scale, anchor: TextAnchor) -> [SVGElement] {
        zip(ticks, texts).map { tick, lines in
            let x = anchor == .end ? end - Self.distance : end + Self.distance
            let middle = scale.position(tick.value) + Self.style.capHeight / 2
            return label(
                tick, lines, at: PlotPoint(x, middle - Double(lines.count - 1) / 2 * Self.lineHeight), anchor)
        }
    }

    /// All of a label that is cut can be read under a pointer.
    private func label(
        _ tick: Tick, _ lines: [String], at point: PlotPoint, _ anchor: TextAnchor, rotation: String? = nil
    ) -> SVGElement {
        let elements = lines.enumerated().map { index, line in
            SVGElement(
                "text", ["x": point.x, "y": point.y + Double(index) * Self.lineHeight], anchor.attributes(of: line),
                ["transform": rotation], text: line)
        }
        return lines == [tick.label] ? elements[0] : SVGElement.group(of: elements).titled(tick.label)
    }
}
