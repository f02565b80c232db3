/// Axes whose marks have their colours and are taken apart, and whose limits are known; all but a size.
struct ResolvedAxes {
    private(set) var axes: Axes
    let layers: [Layer]
    let xNames: [String]
    let yNames: [String]
    var x: Domain
    var y: Domain
    let twinY: Domain?
    private(set) var colorBar: ColorBar?
    /// Whether y runs downwards: for images, and where its places have names, which are read from the top.
    let yRunsDown: Bool
    /// Whether units are equally long on both axes.
    let isPicture: Bool

    /// One mark, taken apart.
    struct Layer {
        let label: String?
        let color: PlotColor
        let smallMarks: [SmallMark]
        let isTwin: Bool
    }

    init(_ axes: Axes) {
        self.axes = axes
        let marks = BarPlaces.arranged(axes.marks, in: axes)
        let twins = BarPlaces.arranged(axes.twin?.marks ?? [], in: axes)
        let xNames = Self.merged((marks + twins).map(\.names.x))
        let yNames = Self.merged(marks.map(\.names.y))
        var nextColor = 0
        let resolve = { (mark: any Mark, isTwin: Bool) in
            let color = mark.color ?? .palette(nextColor)
            let round = mark.color == nil ? nextColor / Palette.colors.count : 0
            if mark.color == nil { nextColor += 1 }
            let context = MarkContext(
                color: color, label: mark.label, xNames: xNames, yNames: yNames, xLabel: axes.x.label,
                yLabel: isTwin ? axes.twin?.y.label : axes.y.label, round: round)
            return Layer(label: mark.label, color: color, smallMarks: mark.smallMarks(in: context), isTwin: isTwin)
        }
        layers = marks.map { resolve($0, false) } + twins.map { resolve($0, true) }
        (self.xNames, self.yNames) = (xNames, yNames)
        isPicture = marks.contains { $0.frameShape == .picture }
        yRunsDown = !yNames.isEmpty || marks.contains { $0.frameShape != .free }
        colorBar = (marks + twins).lazy.compactMap(\.colorBar).first
        let extents = Self.extents(of: layers)
        x = Self.domain(axes.x, extents.x, names: xNames, margin: 0.025)
        y = Self.domain(axes.y, extents.y, names: yNames, margin: 0.05)
        twinY = axes.twin.map { Self.domain($0.y, extents.twinY, names: [], margin: 0.05) }
        if emptiness != nil { leaveOutNumbers() }
    }

    /// Where there is no data, numbers at the axes would be made up.
    private mutating func leaveOutNumbers() {
        colorBar = nil
        if axes.x.limits == nil, xNames.isEmpty { axes.x.ticks = axes.x.ticks ?? [] }
        if axes.y.limits == nil, yNames.isEmpty { axes.y.ticks = axes.y.ticks ?? [] }
    }

    /// What axes do without where there is little room, each time more.
    enum Simplification: CaseIterable {
        case noLegend
        case noLabels
        case noScales
    }

    func simplified(_ simplification: Simplification) -> ResolvedAxes {
        var copy = self
        copy.axes.legendPlace = nil
        if simplification == .noLegend { return copy }
        copy.axes.x.label = nil
        copy.axes.y.label = nil
        copy.axes.twin?.y.label = nil
        copy.axes.hasScales = simplification == .noLabels
        return copy
    }

    /// All names in the order in which they first come up.
    private static func merged(_ lists: [[String]]) -> [String] {
        var seen: Set<String> = []
        return lists.joined().filter { seen.insert($0).inserted }
    }

    private static func extents(of layers: [Layer]) -> (x: Extent, y: Extent, twinY: Extent) {
        var (x, y, twinY) = (Extent(), Extent(), Extent())
        for layer in layers {
            for mark in layer.smallMarks {
                if layer.isTwin { mark.addExtent(x: &x, y: &twinY) } else { mark.addExtent(x: &x, y: &y) }
            }
        }
        return (x, y, twinY)
    }

    private static func domain(_ settings: AxisSettings, _ extent: Extent, names: [String], margin: Double) -> Domain {
        if let limits = settings.limits {
            return Domain(limits: limits, scale: settings.scale, isWhole: extent.isWhole)
        }
        if !names.isEmpty {
            // Numbers beside names reach as far as they do.
            let low = min(-0.5, extent.isEmpty ? -0.5 : extent.low)
            let high = max(Double(names.count) - 0.5, extent.isEmpty ? -0.5 : extent.high)
            return Domain(limits: low...high, scale: .linear, isWhole: true)
        }
        return Domain(extent, scale: settings.scale, margin: margin)
    }
}
