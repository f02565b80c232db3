// What people bring along from matplotlib that is done in another way here: each says how.

extension Pyplot {
    /// Axes never reach into each other, with or without this.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public func tight_layout() {}

    // swift-format-ignore: AlwaysUseLowerCamelCase
    @available(*, unavailable, renamed: "fillBetween(_:_:_:alpha:label:)")
    public func fill_between(
        _ x: some PlotValues, _ lower: some PlotValues, _ upper: some PlotValues, alpha: Double = 0.25,
        label: String? = nil
    ) {}

    @available(
        *, unavailable,
        message:
            "write plt.subplot(rows, columns, number) before what is drawn into each, or Figure(rows:columns:) { Axes { … } }"
    )
    public func subplots(
        _ rows: Int = 1, _ columns: Int = 1, figsize: (Double, Double)? = nil, sharex: Bool = false,
        sharey: Bool = false
    ) -> (Pyplot, Pyplot) { (self, self) }

    @available(*, unavailable, message: "labels that do not fit side by side run at an angle by themselves")
    public func xticks(_ places: [Double] = [], _ labels: [String]? = nil, rotation: Double) {}

    @available(
        *, unavailable, message: "say it in the style string: plt.plot(x, y, \"o\") for points, \"--o\" for both"
    )
    public func plot(
        _ y: some PlotValues, _ style: String = "-", marker: String, linestyle: String = "-", label: String? = nil,
        color: PlotColor? = nil, linewidth: Double = 1.75
    ) {}

    @available(
        *, unavailable, message: "say it in the style string: plt.plot(x, y, \"o\") for points, \"--o\" for both"
    )
    public func plot(
        _ x: some PlotValues, _ y: some PlotValues, _ style: String = "-", marker: String, linestyle: String = "-",
        label: String? = nil, color: PlotColor? = nil, linewidth: Double = 1.75
    ) {}

    @available(
        *, unavailable,
        message: "say it in the style string: plt.plot(x, y, \"--\"), or \"r--o\" with colour and marker"
    )
    public func plot(
        _ y: some PlotValues, _ style: String = "-", linestyle: String, marker: String = "", label: String? = nil,
        color: PlotColor? = nil, linewidth: Double = 1.75
    ) {}

    @available(
        *, unavailable,
        message: "say it in the style string: plt.plot(x, y, \"--\"), or \"r--o\" with colour and marker"
    )
    public func plot(
        _ x: some PlotValues, _ y: some PlotValues, _ style: String = "-", linestyle: String, marker: String = "",
        label: String? = nil, color: PlotColor? = nil, linewidth: Double = 1.75
    ) {}

    @available(
        *, unavailable,
        message: "write Heatmap(values), or Scatter(x, y, values: …): they have a colour bar by themselves"
    )
    public func colorbar(label: String? = nil) {}
}
