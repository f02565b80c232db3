import Display

extension Figure: Displayable {
    /// The figure as SVG, with the words and the numbers that stand for it.
    public var output: Output {
        let words = alternativeText
        let svg = FigureDrawing(figure: self).element(alternativeText: words).markup()
        return .figure(FigureOutput(svg: svg, alternativeText: words, title: title ?? "", data: table))
    }

    public static var isShownWhereverItStands: Bool { true }
}
