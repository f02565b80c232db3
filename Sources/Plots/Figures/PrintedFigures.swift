import Display

// `print` shows of a figure, and of what it is made of, the words that stand for it where it cannot be seen.

extension Figure: CustomStringConvertible {
    /// `[figure: Line chart. From 1 at 0 to 3 at 2.]`
    public var description: String { "[figure: \(alternativeText)]" }
}

extension Axes: CustomStringConvertible {
    public var description: String { Figure([self]).description }
}

extension Mark {
    /// A mark without words, such as a line through the frame, is printed as its kind.
    public var description: String {
        let hasWords = series != nil || summary != nil
        return hasWords ? Figure([Axes(marks: [self])]).description : String(describing: type(of: self))
    }
}

extension Pyplot: CustomStringConvertible {
    /// The figure as it is so far.
    public var description: String { soFar.description }
}

extension PlotColor: CustomStringConvertible {
    /// What it can be written as, such as `C2` or `#3366cc`.
    public var description: String {
        switch paint {
        case .palette(let index): "C\(index)"
        case .foreground: "foreground"
        case .literal(let text): text
        }
    }
}

extension ColorMap: CustomStringConvertible {
    /// `viridis`, `viridis, reversed`
    public var description: String { name }
}

extension Picture: CustomStringConvertible {
    public var description: String { "picture of \(height) × \(width) pixels" }
}

extension PixelValues: CustomStringConvertible {
    public var description: String {
        "image of \(height) × \(width) pixels\(channels == 1 ? "" : ", \(channels) channels")"
    }
}

extension ColorBar: CustomStringConvertible {
    /// `colour bar of viridis from 0 to 1`
    public var description: String {
        let ends = ValueText.distinct([limits.lowerBound, limits.upperBound])
        return "colour bar of \(colorMap) from \(ends[0]) to \(ends[1])\(label.map { ", \($0)" } ?? "")"
    }
}

// What one's own marks are made of is printed as it is written.

extension PlotPoint: CustomStringConvertible {
    /// `(1, 2.5)`
    public var description: String { "(\(NumberText.short(x)), \(NumberText.short(y)))" }
}

extension MarkSeries: CustomStringConvertible {
    public var description: String { ReadableText.of(self) }
}

extension MarkContext: CustomStringConvertible {
    public var description: String { ReadableText.of(self) }
}

extension SmallMark.Stroke: CustomStringConvertible {
    public var description: String { ReadableText.of(self) }
}

extension SmallMark.Fill: CustomStringConvertible {
    public var description: String { ReadableText.of(self) }
}

extension SmallMark.SymbolStyle: CustomStringConvertible {
    public var description: String { ReadableText.of(self) }
}

extension SmallMark.DataRectangle: CustomStringConvertible {
    public var description: String { ReadableText.of(self) }
}

extension SmallMark.PlotText: CustomStringConvertible {
    public var description: String { ReadableText.of(self) }
}
