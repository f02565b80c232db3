/// The sample of a mark in the legend: what its small marks look like.
struct LegendKey: Equatable {
    var stroke: SmallMark.Stroke?
    var symbol: SmallMark.SymbolStyle?
    var swatch: SmallMark.Fill?

    init(_ marks: [SmallMark]) {
        for mark in marks {
            switch mark {
            case .line(_, let stroke), .segments(_, let stroke), .rule(_, let stroke):
                self.stroke = self.stroke ?? stroke
            case .symbols(_, let style): symbol = symbol ?? style
            case .area(_, _, let fill), .rectangles(_, let fill): swatch = swatch ?? fill
            case .text, .picture, .data, .bounds: break
            }
        }
    }
}
