import Display

extension Axes {
    /// The axes with a legend of all marks that have a label.
    public func legend(_ place: LegendPlace = .emptiest) -> Axes {
        with(\.legendPlace, place)
    }

    /// The axes with more marks, measured by a second y axis on the right.
    ///
    ///     Axes(xLabel: "Epoch", yLabel: "loss") {
    ///         LinePlot(history["loss"])
    ///     }.twin(yLabel: "accuracy") {
    ///         LinePlot(history["accuracy"], style: "r--")
    ///     }
    public func twin(
        yLabel: String? = nil, yScale: AxisScale = .linear, yLimits: ClosedRange<Double>? = nil,
        @MarkBuilder _ marks: () -> [any Mark]
    ) -> Axes {
        let settings = AxisSettings(label: yLabel, scale: yScale, limits: yLimits, "yLimits of the twin")
        return with(\.twin, Twin(y: settings, marks: marks()))
    }

    /// The axes with bars of the same place one on top of the other, instead of side by side.
    public func stacked() -> Axes {
        with(\.barArrangement, .stacked)
    }

    /// The axes with lines at the ticks, or without them.
    public func grid(_ isShown: Bool) -> Axes {
        with(\.hasGrid, isShown)
    }

    /// The axes with nothing around the marks but title and legend, as one wants it for images.
    public func withoutScales() -> Axes {
        with(\.hasScales, false)
    }

    /// The axes with x ticks at these places; without labels, the numbers themselves are written.
    public func xTicks(_ values: some PlotValues, labels: [String]? = nil) -> Axes {
        with(\.x.ticks, Self.ticks(values, labels, "xTicks"))
    }

    /// The axes with y ticks at these places; without labels, the numbers themselves are written.
    public func yTicks(_ values: some PlotValues, labels: [String]? = nil) -> Axes {
        with(\.y.ticks, Self.ticks(values, labels, "yTicks"))
    }

    static func ticks(_ values: some PlotValues, _ labels: [String]?, _ name: String) -> [Tick] {
        let numbers = values.coordinates.numbers("Axes: \(name)")
        if let labels {
            demand(
                labels.count == numbers.count,
                "Axes: \(name) has \(numbers.count) places, but \(labels.count) labels; there must be one for each")
        }
        return numbers.indices.map { Tick(numbers[$0], labels?[$0] ?? ValueText.place(numbers[$0])) }
    }

    private func with<Value>(_ part: WritableKeyPath<Axes, Value>, _ value: Value) -> Axes {
        var copy = self
        copy[keyPath: part] = value
        return copy
    }
}

extension Axes: Displayable {
    /// Axes by themselves are shown as a figure.
    public var output: Output { Figure([self]).output }
    public static var isShownWhereverItStands: Bool { true }
}
