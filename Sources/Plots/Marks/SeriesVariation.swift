// Where there are more series than colours, the palette starts over. A second round of lines is dashed, of points has
// other symbols, and of bars is lighter, but for what an author has chosen.

extension SeriesStyle {
    /// The style with another line and, from the fifth round on, a symbol; a style that says more than a line stays.
    func varied(_ round: Int) -> SeriesStyle {
        guard round > 0, line == .solid, symbol == nil, color == nil else { return self }
        var style = self
        style.line = LineStyle.solid.varied(round)
        let symbols = round / LineStyle.allCases.count
        if symbols > 0 { style.symbol = Symbol.circle.varied(symbols - 1) }
        return style
    }
}

extension LineStyle {
    func varied(_ round: Int) -> LineStyle {
        self == .solid ? Self.allCases[round % Self.allCases.count] : self
    }
}

extension Symbol {
    func varied(_ round: Int) -> Symbol {
        self == .circle ? Self.variations[round % Self.variations.count] : self
    }

    private static let variations: [Symbol] = [.circle, .square, .triangleUp, .diamond, .triangleDown, .cross, .plus]
}

extension MarkContext {
    /// How opaque bars are.
    var barOpacity: Double { [1, 0.55, 0.3][min(round, 2)] }
}
