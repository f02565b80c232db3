import Display

/// One frame with its scales, its labels and the marks in it.
///
///     Axes(title: "Loss", xLabel: "Epoch") {
///         LinePlot(history["loss"], label: "loss")
///         HLine(0.3, style: ":")
///     }.legend()
///
/// Limits that are not given are those of the data, with a small margin.
public struct Axes: Sendable {
    var title: String?
    var x: AxisSettings
    var y: AxisSettings
    var marks: [any Mark]
    /// Marks that are measured by an axis of their own, on the right.
    var twin: Twin?
    var legendPlace: LegendPlace?
    var barArrangement = BarArrangement.grouped
    var hasGrid = true
    /// Whether ticks, labels of ticks and the lines of the axes are drawn.
    var hasScales = true

    struct Twin: Sendable {
        var y: AxisSettings
        var marks: [any Mark]
    }

    public init(
        title: String? = nil, xLabel: String? = nil, yLabel: String? = nil, xScale: AxisScale = .linear,
        yScale: AxisScale = .linear, xLimits: ClosedRange<Double>? = nil, yLimits: ClosedRange<Double>? = nil,
        @MarkBuilder _ marks: () -> [any Mark] = { [] }
    ) {
        self.title = title
        x = AxisSettings(label: xLabel, scale: xScale, limits: xLimits, "xLimits")
        y = AxisSettings(label: yLabel, scale: yScale, limits: yLimits, "yLimits")
        self.marks = marks()
    }

    init(marks: [any Mark]) {
        self.init { marks }
    }
}

/// What an author says about one axis.
struct AxisSettings: Equatable, Sendable {
    var label: String?
    var scale = AxisScale.linear
    var limits: ClosedRange<Double>?
    /// Ticks instead of those that would be found.
    var ticks: [Tick]?

    init(
        label: String? = nil, scale: AxisScale = .linear, limits: ClosedRange<Double>? = nil, _ name: String = "limits"
    ) {
        self.label = label
        self.scale = scale
        self.limits = limits
        guard let limits else { return }
        let largest = max(abs(limits.lowerBound), abs(limits.upperBound))
        demand(
            largest <= Extent.largest
                && !Domain.isConstant(limits.lowerBound, limits.upperBound),
            "Axes: \(name) must reach from a number to a clearly larger one, but are \(limits)")
        demand(
            scale == .linear || limits.lowerBound >= Extent.smallest,
            "Axes: \(name) of a logarithmic axis must be above 0, but are \(limits)")
    }
}

/// Where the legend stands.
public enum LegendPlace: Sendable, Hashable {
    /// In the emptiest corner of the frame, or above it where no corner is empty.
    case emptiest
    case topLeft
    case topRight
    case bottomLeft
    case bottomRight
    case above
}

/// How bars at the same place share it.
public enum BarArrangement: Sendable, Hashable {
    /// Side by side.
    case grouped
    /// One on top of the other.
    case stacked
}
