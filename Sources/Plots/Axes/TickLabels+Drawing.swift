extension TickLabels {
    /// The labels below a frame that ends there.
    func below(_ bottom: Double, _ scale: Scale) -> [SVGElement] {
        ticks.map { tick in
            let x = scale.position(tick.value)
            if isSlanted {
                let y = bottom + Self.distance + Self.style.size * 0.4
                return label(
                    tick, at: PlotPoint(x + 3, y), .end,
                    rotation: "rotate(\(SVGNumber.text(-Self.slant)) \(SVGNumber.text(x + 3)) \(SVGNumber.text(y)))")
            }
            return label(tick, at: PlotPoint(x, bottom + Self.distance + Self.style.size - 1), .middle)
        }
    }

    /// The labels beside a frame's end: to its left, or to its right.
    func beside(_ end: Double, _ scale: Scale, anchor: TextAnchor) -> [SVGElement] {
        ticks.map { tick in
            let x = anchor == .end ? end - Self.distance : end + Self.distance
            return label(tick, at: PlotPoint(x, scale.position(tick.value) + Self.style.capHeight / 2), anchor)
        }
    }

    private func label(
        _ tick: Tick, at point: PlotPoint, _ anchor: TextAnchor, rotation: String? = nil
    ) -> SVGElement {
        let shown = text(tick)
        let element = SVGElement(
            "text",
            [
                "x": point.x, "y": point.y, "text-anchor": anchor == .start ? nil : anchor.rawValue,
                "transform": rotation,
            ], text: shown)
        return shown == tick.label ? element : SVGElement.group(of: [element]).titled(tick.label)
    }
}
