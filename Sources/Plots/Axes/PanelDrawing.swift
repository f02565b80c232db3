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
        [
            grid, marks, texts, axisLines, tickLabels, colorBar, words, emptiness,
            placed.legend.map(LegendDrawing.init)?.element,
        ].compactMap { $0 }
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
        addMinorTicks(&path)
        return SVGElement("path", ["d": path.text, "fill": "none"], Self.axisLine)
    }

    private func addMinorTicks(_ path: inout PathData) {
        let hasLine = panel.showsXLabels && !panel.resolved.yRunsDown
        for x in panel.xLabels.minorTicks.map(panel.x.position) where hasLine {
            path.addLine(through: [PlotPoint(x, frame.maxY), PlotPoint(x, frame.maxY + 2.5)])
        }
        for y in panel.yLabels.minorTicks.map(panel.y.position) where panel.showsYLabels {
            path.addLine(through: [PlotPoint(frame.x - 3.5, y), PlotPoint(frame.x, y)])
        }
        for y in (panel.twinLabels?.minorTicks ?? []).map({ (panel.twinY ?? panel.y).position($0) }) {
            path.addLine(through: [PlotPoint(frame.maxX, y), PlotPoint(frame.maxX + 3.5, y)])
        }
    }

    // MARK: Marks

    /// The marks; those that reach beyond limits that were asked for are cut off at the frame.
    var marks: SVGElement? {
        let elements = panel.drawings.flatMap { drawing, marks in
            marks.filter { !$0.isFreeText }.flatMap(drawing.elements)
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

    /// Words over marks: above all marks, and never cut off by its limits.
    private var texts: SVGElement? {
        let elements = panel.drawings.flatMap { drawing, marks in
            marks.filter(\.isFreeText).flatMap(drawing.elements)
        }
        return elements.isEmpty ? nil : .group(of: elements)
    }

    /// What is said in a frame in which nothing can be seen.
    private var emptiness: SVGElement? {
        panel.emptyText.map { text in
            .text(text.words, at: text.baseline, TextStyle.label, anchor: .middle, Self.quiet)
        }
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
        let (words, label) = (panel.words, TextStyle.label)
        var elements: [SVGElement] = []
        if let title = axes.title {
            let place = PlotPoint(words.titleX, placed.headY + TextStyle.title.size)
            elements += SVGElement.lines(words.title, of: title, at: place, .title)
        }
        if let text = axes.y.label {
            elements += SVGElement.lines(
                words.y, of: text, at: PlotPoint(words.headX, above(words.y)), label, Self.quiet)
        }
        if let text = axes.rightLabel {
            let end = PlotPoint(frame.maxX + panel.margins.right, above(words.right))
            elements += SVGElement.lines(words.right, of: text, at: end, label, anchor: .end, Self.quiet)
        }
        if let text = axes.x.label, panel.showsXLabels {
            let middle = PlotPoint(frame.midX, frame.maxY + panel.xLabels.heightBelow + label.lineHeight)
            elements += SVGElement.lines(words.x, of: text, at: middle, label, anchor: .middle, Self.quiet)
        }
        return elements.isEmpty ? nil : .group(of: elements)
    }

    /// The first baseline of lines that end above the frame.
    private func above(_ lines: [String]) -> Double {
        frame.y - 12 - Double(max(lines.count, 1) - 1) * TextStyle.label.lineHeight
    }
}
