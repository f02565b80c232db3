/// Draws one axes: grid, marks, axes with their labels, legend.
struct PanelDrawing {
    let placed: PanelGridLayout.PlacedPanel

    private var panel: PanelLayout { placed.panel }
    private var axes: Axes { placed.panel.resolved.axes }
    private var frame: Rectangle { placed.panel.frame }

    private static let gridLine: SVGAttributes = ["stroke": "currentColor", "stroke-opacity": "0.13"]
    private static let axisLine: SVGAttributes = ["stroke": "currentColor", "stroke-opacity": "0.5"]
    static let quiet: SVGAttributes = ["fill-opacity": "0.8"]

    var elements: [SVGElement] {
        [grid, marks, axisLines, tickLabels, colorBar, words, placed.legend.map(LegendDrawing.init)?.element]
            .compactMap { $0 }
    }

    // MARK: Grid and lines

    /// Lines across the frame at the ticks of the values; those of names and pixels need none.
    private var grid: SVGElement? {
        guard axes.hasGrid, axes.hasScales, !panel.resolved.isPicture else { return nil }
        var path = PathData()
        if panel.resolved.yNames.isEmpty {
            for tick in panel.yLabels.ticks {
                let y = panel.y.position(tick.value)
                path.addLine(through: [PlotPoint(frame.x, y), PlotPoint(frame.maxX, y)])
            }
        } else if panel.resolved.xNames.isEmpty {
            for tick in panel.xLabels.ticks {
                let x = panel.x.position(tick.value)
                path.addLine(through: [PlotPoint(x, frame.y), PlotPoint(x, frame.maxY)])
            }
        }
        return path.text.isEmpty ? nil : SVGElement("path", ["d": path.text, "fill": "none"], Self.gridLine)
    }

    /// The line of x, at zero where that is in the frame, and short lines at its ticks.
    private var axisLines: SVGElement? {
        guard axes.hasScales, !panel.resolved.isPicture else { return nil }
        var path = PathData()
        if panel.resolved.yRunsDown {
            let x = panel.x.domain.scale == .linear ? panel.x.clampedPosition(0) : frame.x
            path.addLine(through: [PlotPoint(x, frame.y), PlotPoint(x, frame.maxY)])
        } else {
            path.addLine(through: [PlotPoint(frame.x, frame.maxY), PlotPoint(frame.maxX, frame.maxY)])
            for tick in panel.xLabels.ticks where panel.resolved.xNames.isEmpty {
                let x = panel.x.position(tick.value)
                path.addLine(through: [PlotPoint(x, frame.maxY), PlotPoint(x, frame.maxY + 4)])
            }
        }
        return SVGElement("path", ["d": path.text, "fill": "none"], Self.axisLine)
    }

    // MARK: Marks

    /// The marks; those that reach beyond limits that were asked for are cut off at the frame.
    private var marks: SVGElement? {
        let elements = panel.resolved.layers.flatMap { layer in
            let drawing = MarkDrawing(x: panel.x, y: layer.isTwin ? panel.twinY ?? panel.y : panel.y, frame: frame)
            return layer.smallMarks.flatMap(drawing.elements)
        }
        if elements.isEmpty { return nil }
        let isLimited = axes.x.limits != nil || axes.y.limits != nil || axes.twin?.y.limits != nil
        guard isLimited else { return .group(of: elements) }
        return SVGElement(
            "svg",
            [
                "x": frame.x, "y": frame.y, "width": frame.width, "height": frame.height,
                "viewBox": [frame.x, frame.y, frame.width, frame.height].map(\.svgText).joined(separator: " "),
            ], children: elements)
    }

    // MARK: Words

    private var tickLabels: SVGElement? {
        var labels: [SVGElement] = []
        if panel.showsXLabels { labels += panel.xLabels.below(frame.maxY, panel.x) }
        if panel.showsYLabels { labels += panel.yLabels.beside(frame.x, panel.y, anchor: .end) }
        if let twinLabels = panel.twinLabels, let twinY = panel.twinY {
            labels += twinLabels.beside(frame.maxX, twinY, anchor: .start)
        }
        return labels.isEmpty ? nil : .group(Self.quiet, ["font-size": TickLabels.style.size], of: labels)
    }

    private var colorBar: SVGElement? {
        panel.colorBar.map { layout in
            let levels = (0...255).map { UInt8(255 - min($0, 254)) }
            let picture = Picture(width: 1, height: 256, pixels: .levels(levels, layout.bar.colorMap))
            let labels = layout.labels.beside(layout.strip.maxX, layout.scale, anchor: .start)
            return .group(of: [
                .image(picture, in: layout.strip),
                .group(Self.quiet, ["font-size": TickLabels.style.size], of: labels),
            ])
        }
    }

    private var words: SVGElement? {
        let label = TextStyle.label
        var words: [SVGElement] = []
        if let title = axes.title {
            let width = placed.cell.maxX - placed.headX
            words.append(
                .fitted(title, at: PlotPoint(placed.headX, placed.headY + TextStyle.title.size), .title, to: width))
        }
        let y = frame.y - 12
        if let text = axes.y.label {
            let width = (frame.maxX - placed.headX) * (axes.rightLabel == nil ? 1 : 0.5) - 4
            words.append(.fitted(text, at: PlotPoint(placed.headX, y), label, to: width, Self.quiet))
        }
        if let text = axes.rightLabel {
            let end = PlotPoint(frame.maxX + panel.margins.right, y)
            words.append(.fitted(text, at: end, label, anchor: .end, to: frame.width / 2, Self.quiet))
        }
        if let text = axes.x.label, panel.showsXLabels {
            let middle = PlotPoint(frame.midX, frame.maxY + panel.xLabels.heightBelow + label.lineHeight)
            words.append(.fitted(text, at: middle, label, anchor: .middle, to: placed.cell.width, Self.quiet))
        }
        return words.isEmpty ? nil : .group(of: words)
    }
}

extension SVGElement {
    /// A line of text, cut where it is too wide; all of it can then be read under a pointer.
    static func fitted(
        _ text: String, at point: PlotPoint, _ style: TextStyle, anchor: TextAnchor = .start, to width: Double,
        _ more: SVGAttributes = [:]
    ) -> SVGElement {
        let shown = style.fitted(text, to: width)
        let element = SVGElement.text(shown, at: point, style, anchor: anchor, more)
        return shown == text ? element : .group(of: [element]).titled(text)
    }
}
