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

    /// Shows the labels of the marks where matplotlib's words say: "best", "upper right", "lower left", …
    public func legend(loc: String) {
        guard let place = Self.legendPlaces[loc] else {
            misuse(
                """
                plt.legend: loc must be "best", "upper left", "upper right", "lower left" or "lower right", or "upper center" \
                for above the frame, but is "\(loc)"
                """)
        }
        legend(place)
    }

    private static let legendPlaces: [String: LegendPlace] = [
        "best": .emptiest, "upper left": .topLeft, "upper right": .topRight, "right": .topRight,
        "lower left": .bottomLeft, "lower right": .bottomRight, "upper center": .above,
    ]

    /// Sets the ticks of the x axis; without labels, the numbers themselves are written.
    public func xticks(_ places: some PlotValues, _ labels: [String]? = nil) {
        let ticks = Axes.ticks(places, labels, "xticks")
        change { $0.x.ticks = ticks }
    }

    /// Sets the ticks of the y axis.
    public func yticks(_ places: some PlotValues, _ labels: [String]? = nil) {
        let ticks = Axes.ticks(places, labels, "yticks")
        change { $0.y.ticks = ticks }
    }

    /// Shows lines at the ticks, or none.
    public func grid(_ isShown: Bool = true) { change { $0.hasGrid = isShown } }

    /// Shows no scales, as one wants it for images: `plt.axis("off")`.
    public func axis(_ setting: String) {
        demand(
            ["on", "off"].contains(setting), "plt.axis: expected \"on\" or \"off\", but got \"\(setting)\"")
        change { $0.hasScales = setting == "on" }
    }
}
