/// Where everything of one axes lies on the drawing, once its frame is known.
struct PanelLayout {
    let resolved: ResolvedAxes
    let frame: Rectangle
    let x: Scale
    let y: Scale
    let twinY: Scale?
    let xLabels: TickLabels
    let yLabels: TickLabels
    let twinLabels: TickLabels?
    let colorBar: ColorBarLayout?
    let words: PanelWords
    /// Whether labels of ticks and axis are written: shared axes are labelled once.
    let showsXLabels: Bool
    let showsYLabels: Bool

    /// - Parameters:
    ///   - space: where the frame lies, or is the largest one with its sides.
    ///   - cell: the part of the figure that belongs to the axes.
    init(
        _ resolved: ResolvedAxes, in space: Rectangle, cell: Rectangle, showsXLabels: Bool = true,
        showsYLabels: Bool = true
    ) {
        self.resolved = resolved
        self.showsXLabels = showsXLabels && resolved.axes.hasScales
        self.showsYLabels = showsYLabels && resolved.axes.hasScales
        frame = resolved.isPicture ? space.fitting(aspect: Self.aspect(resolved)) : space
        let (low, high) = resolved.yRunsDown ? (frame.y, frame.maxY) : (frame.maxY, frame.y)
        x = Scale(
            domain: resolved.x.reachingTicks(target: TickLabels.target(across: frame.width)), start: frame.x,
            end: frame.maxX)
        let target = TickLabels.target(down: frame.height)
        y = Scale(domain: resolved.y.reachingTicks(target: target), start: low, end: high)
        twinY = resolved.twinY.map { [frame] in
            Scale(domain: $0.reachingTicks(target: target), start: frame.maxY, end: frame.y)
        }
        let widest = max(60, space.width * 0.35)
        let axes = resolved.axes
        xLabels = .horizontal(axes.x, x, names: resolved.xNames)
        yLabels = .vertical(axes.y, y, names: resolved.yNames, widest: widest)
        twinLabels = twinY.map { .vertical(axes.twin?.y ?? AxisSettings(), $0, names: [], widest: widest) }
        colorBar = resolved.colorBar.map { [frame] in ColorBarLayout($0, beside: frame) }
        var sides = Margins(right: 6, left: 4)
        if self.showsXLabels {
            let overhang = xLabels.overhang(x)
            sides = sides.union(Margins(right: overhang.right, left: overhang.left))
        }
        if self.showsYLabels { sides.left = max(sides.left, yLabels.widthBeside) }
        if let twinLabels { sides.right = max(sides.right, twinLabels.widthBeside) }
        if let colorBar { sides.right = max(sides.right, colorBar.width) }
        self.sides = sides
        words = PanelWords(axes, around: frame, from: max(frame.x - sides.left, cell.x), in: cell)
    }

    /// What ticks and colours take on the left and on the right.
    private let sides: Margins

    private static func aspect(_ resolved: ResolvedAxes) -> Double {
        let (x, y) = (resolved.x.shown, resolved.y.shown)
        return (x.upperBound - x.lowerBound) / (y.upperBound - y.lowerBound)
    }

    /// The space that is needed around the frame, without a legend.
    var margins: Margins {
        var margins = sides
        margins.top = words.topRoom
        margins.bottom = 4
        if showsXLabels {
            margins.bottom = xLabels.heightBelow + 2
            if !words.x.isEmpty { margins.bottom += Double(words.x.count) * TextStyle.label.lineHeight + 2 }
        }
        return margins
    }
}

extension Axes {
    /// What the scale on the right is called: that of a second y axis, or of colours.
    var rightLabel: String? {
        twin?.y.label ?? marks.lazy.compactMap(\.colorBar).first?.label
    }
}
