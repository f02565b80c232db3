import Display
import Tensors

extension Pyplot {
    /// Draws a symbol at each point; `s` is its area, as matplotlib has it.
    public func scatter(
        _ x: some PlotValues, _ y: some PlotValues, s: Double = 36, label: String? = nil, color: PlotColor? = nil,
        alpha: Double = 0.85
    ) {
        add(Scatter(x, y, label: label, color: color, size: max(s, 0).squareRoot(), opacity: alpha))
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
        let limits = Self.limits(vmin, vmax, of: image)
        add(Image(image, colorMap: cmap, limits: limits))
    }

    /// An end that is not named is the smallest or largest number of the image.
    private static func limits(_ vmin: Double?, _ vmax: Double?, of image: Tensor) -> ImageLimits {
        if vmin == nil, vmax == nil { return .automatic }
        let known = image.doubles.filter(\.isFinite)
        let (low, high) = (vmin ?? known.min() ?? 0, vmax ?? known.max() ?? 1)
        if vmin == nil, low >= high {
            misuse(
                "plt.imshow: vmax must be above the image's smallest number, \(low), or vmin be named, but is \(high)")
        }
        if vmax == nil, low >= high {
            misuse(
                "plt.imshow: vmin must be below the image's largest number, \(high), or vmax be named, but is \(low)")
        }
        demand(low < high, "plt.imshow: vmin must be below vmax, but they are \(low) and \(high)")
        return .range(low...high)
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
