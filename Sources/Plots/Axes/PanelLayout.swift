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
    /// Whether labels of ticks and axis are written: shared axes are labelled once.
    let showsXLabels: Bool
    let showsYLabels: Bool

    init(_ resolved: ResolvedAxes, in space: Rectangle, showsXLabels: Bool = true, showsYLabels: Bool = true) {
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
    }

    private static func aspect(_ resolved: ResolvedAxes) -> Double {
        let (x, y) = (resolved.x.shown, resolved.y.shown)
        return (x.upperBound - x.lowerBound) / (y.upperBound - y.lowerBound)
    }

    /// The space that is needed around the frame, without a legend.
    var margins: Margins {
        let axes = resolved.axes
        let overhang = showsXLabels ? xLabels.overhang(x) : (left: 0, right: 0)
        var margins = Margins(top: Self.topRoom(axes), right: max(overhang.right, 6), bottom: 4, left: 4)
        if showsYLabels { margins.left = max(yLabels.widthBeside, overhang.left, 4) }
        if let twinLabels { margins.right = max(margins.right, twinLabels.widthBeside) }
        if let colorBar { margins.right = max(margins.right, colorBar.width) }
        if showsXLabels {
            margins.bottom = xLabels.heightBelow + 2
            if axes.x.label != nil { margins.bottom += TextStyle.label.lineHeight + 2 }
        }
        return margins
    }

    /// The height of the title's line.
    var titleHeight: Double { resolved.axes.titleHeight }

    /// For the title, the words of the y axes, and the upper half of the highest tick's label.
    static func topRoom(_ axes: Axes) -> Double {
        var room = 7.0
        room += axes.titleHeight
        if axes.y.label != nil || axes.rightLabel != nil { room += TextStyle.label.lineHeight + 3 }
        return room
    }
}

extension Axes {
    /// What the scale on the right is called: that of a second y axis, or of colours.
    var rightLabel: String? {
        twin?.y.label ?? marks.lazy.compactMap(\.colorBar).first?.label
    }

    fileprivate var titleHeight: Double { title == nil ? 0 : TextStyle.title.lineHeight + 2 }
}
