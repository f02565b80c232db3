import Display

extension Pyplot {
    /// Puts words above the axes.
    public func title(_ text: String) { change { $0.title = text } }

    /// Names the x axis.
    public func xlabel(_ text: String) { change { $0.x.label = text } }

    /// Names the y axis.
    public func ylabel(_ text: String) { change { $0.y.label = text } }

    /// Sets the ends of the x axis.
    public func xlim(_ low: Double, _ high: Double) {
        demand(low < high, "plt.xlim: expected a number and a larger one, but got \(low) and \(high)")
        change { $0.x.limits = low...high }
    }

    /// Sets the ends of the y axis.
    public func ylim(_ low: Double, _ high: Double) {
        demand(low < high, "plt.ylim: expected a number and a larger one, but got \(low) and \(high)")
        change { $0.y.limits = low...high }
    }

    /// Makes the x axis linear or logarithmic.
    public func xscale(_ scale: AxisScale) { change { $0.x.scale = scale } }

    /// Makes the y axis linear or logarithmic.
    public func yscale(_ scale: AxisScale) { change { $0.y.scale = scale } }

    /// Shows the labels of the marks, in the emptiest corner.
    public func legend(_ place: LegendPlace = .emptiest) { change { $0.legendPlace = place } }

    /// Shows lines at the ticks, or none.
    public func grid(_ isShown: Bool = true) { change { $0.hasGrid = isShown } }

    /// Shows no scales, as one wants it for images: `plt.axis("off")`.
    public func axis(_ setting: String) {
        demand(
            ["on", "off"].contains(setting), "plt.axis: expected \"on\" or \"off\", but got \"\(setting)\"")
        change { $0.hasScales = setting == "on" }
    }
}
