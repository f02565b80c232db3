import Display
import Tensors

extension Pyplot {
    /// Draws a line through the values; for each column of a matrix one.
    public func plot(
        _ y: some PlotValues, _ style: String = "-", label: String? = nil, color: PlotColor? = nil,
        linewidth: Double = 1.75, alpha: Double = 1
    ) {
        guard let columns = (y as? Tensor)?.columns else {
            return add(LinePlot(y, style: style, label: label, color: color, width: linewidth, opacity: alpha))
        }
        for column in columns { plot(column, style, label: label, color: color, linewidth: linewidth, alpha: alpha) }
    }

    /// Draws a line through the points; for each column of a matrix one, over the same x or the column of its own.
    public func plot(
        _ x: some PlotValues, _ y: some PlotValues, _ style: String = "-", label: String? = nil,
        color: PlotColor? = nil,
        linewidth: Double = 1.75, alpha: Double = 1
    ) {
        guard let columns = (y as? Tensor)?.columns else {
            return add(LinePlot(x, y, style: style, label: label, color: color, width: linewidth, opacity: alpha))
        }
        guard let places = (x as? Tensor)?.columns else {
            for column in columns {
                plot(x, column, style, label: label, color: color, linewidth: linewidth, alpha: alpha)
            }
            return
        }
        demand(
            places.count == columns.count,
            "plt.plot: x has \(places.count) columns, but y has \(columns.count); there must be as many, or a single one of x"
        )
        for (x, y) in zip(places, columns) {
            plot(x, y, style, label: label, color: color, linewidth: linewidth, alpha: alpha)
        }
    }
}

// Arguments have one order in Swift, and any in matplotlib's code: these take the orders that people write.

extension Pyplot {
    public func plot(
        _ y: some PlotValues, _ style: String = "-", linewidth: Double, label: String? = nil, color: PlotColor? = nil
    ) {
        plot(y, style, label: label, color: color, linewidth: linewidth)
    }

    public func plot(
        _ y: some PlotValues, _ style: String = "-", linewidth: Double, color: PlotColor, label: String
    ) {
        plot(y, style, label: label, color: color, linewidth: linewidth)
    }

    public func plot(
        _ y: some PlotValues, _ style: String = "-", color: PlotColor, label: String, linewidth: Double = 1.75
    ) {
        plot(y, style, label: label, color: color, linewidth: linewidth)
    }

    public func plot(
        _ y: some PlotValues, _ style: String = "-", color: PlotColor, linewidth: Double, label: String
    ) {
        plot(y, style, label: label, color: color, linewidth: linewidth)
    }

    public func plot(
        _ y: some PlotValues, _ style: String = "-", label: String, linewidth: Double, color: PlotColor
    ) {
        plot(y, style, label: label, color: color, linewidth: linewidth)
    }

    public func plot(
        _ x: some PlotValues, _ y: some PlotValues, _ style: String = "-", linewidth: Double, label: String? = nil,
        color: PlotColor? = nil
    ) {
        plot(x, y, style, label: label, color: color, linewidth: linewidth)
    }

    public func plot(
        _ x: some PlotValues, _ y: some PlotValues, _ style: String = "-", linewidth: Double, color: PlotColor,
        label: String
    ) {
        plot(x, y, style, label: label, color: color, linewidth: linewidth)
    }

    public func plot(
        _ x: some PlotValues, _ y: some PlotValues, _ style: String = "-", color: PlotColor, label: String,
        linewidth: Double = 1.75
    ) {
        plot(x, y, style, label: label, color: color, linewidth: linewidth)
    }

    public func plot(
        _ x: some PlotValues, _ y: some PlotValues, _ style: String = "-", color: PlotColor, linewidth: Double,
        label: String
    ) {
        plot(x, y, style, label: label, color: color, linewidth: linewidth)
    }

    public func plot(
        _ x: some PlotValues, _ y: some PlotValues, _ style: String = "-", label: String, linewidth: Double,
        color: PlotColor
    ) {
        plot(x, y, style, label: label, color: color, linewidth: linewidth)
    }

    public func scatter(
        _ x: some PlotValues, _ y: some PlotValues, s: Double = 36, color: PlotColor, label: String,
        alpha: Double = 0.85
    ) {
        scatter(x, y, s: s, label: label, color: color, alpha: alpha)
    }

    public func bar(_ x: some PlotValues, _ height: some PlotValues, color: PlotColor, label: String) {
        bar(x, height, label: label, color: color)
    }

    public func barh(_ y: some PlotValues, _ width: some PlotValues, color: PlotColor, label: String) {
        barh(y, width, label: label, color: color)
    }
}

extension Tensor {
    /// The columns of a matrix; nothing where its numbers lie along one axis anyway.
    fileprivate var columns: [Tensor]? {
        guard rank == 2, shape[0] > 1, shape[1] > 1 else { return nil }
        return (0..<shape[1]).map { self[0..., $0] }
    }
}
