import Display

/// What a matplotlib style string says: a colour, a line, a marker, each of them or none, in any order.
///
///     SeriesStyle("r--")    // red, dashed
///     SeriesStyle("bo")     // blue circles without a line
///     SeriesStyle("g-^")    // a green line with triangles
struct SeriesStyle: Equatable {
    var color: PlotColor?
    var line: LineStyle?
    var symbol: Symbol?

    /// The style that the string says; a character that says nothing stops the cell.
    init(_ text: String, of mark: String) {
        if let paint = ColorNames.paint(of: text), Double(text) == nil {
            color = PlotColor(paint)
        } else {
            readParts(of: text, mark)
        }
        if line == nil, symbol == nil { line = .solid }
    }

    private mutating func readParts(of text: String, _ mark: String) {
        var rest = text[...]
        while let character = rest.first {
            if let style = LineStyle.allCases.first(where: { $0 != .solid && rest.hasPrefix($0.rawValue) })
                ?? Self.solid(rest)
            {
                set(\.line, style, "lines", in: text, mark)
                rest = rest.dropFirst(style.rawValue.count)
            } else if let named = Self.color(at: rest) {
                set(\.color, named.color, "colours", in: text, mark)
                rest = rest.dropFirst(named.length)
            } else if let marker = Symbol(rawValue: character) {
                set(\.symbol, marker, "markers", in: text, mark)
                rest = rest.dropFirst()
            } else {
                misuse(Self.unknown(character, in: text, mark))
            }
        }
    }

    private mutating func set<Part>(
        _ part: WritableKeyPath<SeriesStyle, Part?>, _ value: Part, _ parts: String, in text: String, _ mark: String
    ) {
        demand(self[keyPath: part] == nil, "\(mark): style \"\(text)\" names two \(parts), but there can be one")
        self[keyPath: part] = value
    }

    private static func solid(_ text: Substring) -> LineStyle? {
        text.hasPrefix("-") ? .solid : nil
    }

    private static func color(at text: Substring) -> (color: PlotColor, length: Int)? {
        if text.first == "C" {
            let digits = text.dropFirst().prefix { $0.isASCII && $0.isNumber }
            return Int(digits).map { (.palette($0), digits.count + 1) }
        }
        guard let letter = text.first, "bgrcmykw".contains(letter) else { return nil }
        return (PlotColor(String(letter)), 1)
    }

    private static func unknown(_ character: Character, in text: String, _ mark: String) -> String {
        let markers = String(Symbol.allCases.map(\.rawValue))
        return """
            \(mark): style "\(text)" has an unknown character "\(character)"; expected a colour (b g r c m y k w, C0, C1, …), \
            a line (- -- -. :) and a marker (\(markers))
            """
    }
}
