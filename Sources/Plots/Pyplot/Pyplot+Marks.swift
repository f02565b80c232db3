import Display
import Tensors

extension Pyplot {
    /// Draws a line through the values; for each column of a matrix one.
    public func plot(
        _ y: some PlotValues, _ style: String = "-", label: String? = nil, color: PlotColor? = nil,
        linewidth: Double = 1.75
    ) {
        guard let columns = (y as? Tensor)?.columns else {
            return add(LinePlot(y, style: style, label: label, color: color, width: linewidth))
        }
        for column in columns { plot(column, style, label: label, color: color, linewidth: linewidth) }
    }

    /// Draws a line through the points; for each column of a matrix one, over the same x or the column of its own.
    public func plot(
        _ x: some PlotValues, _ y: some PlotValues, _ style: String = "-", label: String? = nil,
        color: PlotColor? = nil,
        linewidth: Double = 1.75
    ) {
        guard let columns = (y as? Tensor)?.columns else {
            return add(LinePlot(x, y, style: style, label: label, color: color, width: linewidth))
        }
        guard let places = (x as? Tensor)?.columns else {
            for column in columns { plot(x, column, style, label: label, color: color, linewidth: linewidth) }
            return
        }
        demand(
            places.count == columns.count,
            "plt.plot: x has \(places.count) columns, but y has \(columns.count); there must be as many, or a single one of x"
        )
        for (x, y) in zip(places, columns) { plot(x, y, style, label: label, color: color, linewidth: linewidth) }
    }

    /// Draws a symbol at each point.
    public func scatter(_ x: some PlotValues, _ y: some PlotValues, label: String? = nil, color: PlotColor? = nil) {
        add(Scatter(x, y, label: label, color: color))
    }

    /// Draws bars from zero up to the values.
    public func bar(_ x: some PlotValues, _ height: some PlotValues, label: String? = nil, color: PlotColor? = nil) {
        add(Bar(x, height, label: label, color: color))
    }

    /// Draws bars from zero to the right.
    public func barh(_ y: some PlotValues, _ width: some PlotValues, label: String? = nil, color: PlotColor? = nil) {
        add(Bar(y, width, label: label, color: color, isHorizontal: true))
    }

    /// Draws how many of the values lie in each of equal ranges.
    public func hist(_ values: some PlotValues, bins: Int = 10, density: Bool = false, label: String? = nil) {
        add(Histogram(values, bins: bins, isDensity: density, label: label))
    }

    /// Draws an image.
    public func imshow(_ image: Tensor, cmap: ColorMap = .viridis, vmin: Double? = nil, vmax: Double? = nil) {
        var limits = ImageLimits.automatic
        if let vmin, let vmax { limits = .range(vmin...vmax) }
        add(Image(image, colorMap: cmap, limits: limits))
    }

    /// Draws points with the range in which their values may lie.
    public func errorbar(_ x: some PlotValues, _ y: some PlotValues, yerr: some PlotValues, label: String? = nil) {
        add(ErrorBars(x, y, error: yerr, label: label))
    }

    /// Fills the area between two lines.
    public func fillBetween(
        _ x: some PlotValues, _ lower: some PlotValues, _ upper: some PlotValues, alpha: Double = 0.25,
        label: String? = nil
    ) {
        add(Area(x, lower: lower, upper: upper, label: label, opacity: alpha))
    }

    /// Draws a horizontal line through the whole frame.
    public func axhline(_ y: Double, _ style: String = "k--", label: String? = nil) {
        add(HLine(y, style: style, label: label))
    }

    /// Draws a vertical line through the whole frame.
    public func axvline(_ x: Double, _ style: String = "k--", label: String? = nil) {
        add(VLine(x, style: style, label: label))
    }

    /// Writes words at a place in the units of the data.
    public func text(_ x: Double, _ y: Double, _ words: String) {
        add(Text(words, at: (x, y), alignment: .left))
    }
}

extension Tensor {
    /// The columns of a matrix; nothing where its numbers lie along one axis anyway.
    fileprivate var columns: [Tensor]? {
        guard rank == 2, shape[0] > 1, shape[1] > 1 else { return nil }
        return (0..<shape[1]).map { self[0..., $0] }
    }
}
