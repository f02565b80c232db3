/// What to do about YAML that cannot be read, as far as its lines show it.
enum YAMLAdvice: Equatable {
    /// A value without quotes has a colon or a quote in it.
    case quotes
    /// A line is no pair, but was meant as this one.
    case pair(name: String, value: String)
    case tab
    case twice
    /// Nothing in the lines shows what was meant.
    case lines

    /// - Parameters:
    ///   - lines: those of the YAML up to the one in which reading it failed.
    ///   - names: the ones that stand in it.
    /// - Returns: the advice, and the line that it is about, counted from zero.
    static func about(_ lines: [Substring], names: [String]) -> (advice: YAMLAdvice, line: Int)? {
        for (place, line) in lines.enumerated() {
            if let pair = pair(meantBy: line, names: names) { return (pair, place) }
            if line.prefixMatch(of: /\ *\t/) != nil { return (.tab, place) }
            if needsQuotes(line) { return (.quotes, place) }
        }
        guard let last = lines.last, last.contains("\t") else { return nil }
        return (.tab, lines.count - 1)
    }

    /// `name=value` or `name value`, of a name that is known.
    private static func pair(meantBy line: Substring, names: [String]) -> YAMLAdvice? {
        guard let match = line.wholeMatch(of: /\s?([A-Za-z][\w-]*)(?:\s*=\s*([^\s=].*)|\s+([^\s=:][^:]*))/),
            names.contains(String(match.output.1)), let value = match.output.2 ?? match.output.3
        else { return nil }
        return .pair(name: String(match.output.1), value: String(value).trimmingBlanks)
    }

    /// Whether a pair's value is no whole text in quotes, and has a colon or begins with a quote.
    private static func needsQuotes(_ line: Substring) -> Bool {
        guard let match = line.wholeMatch(of: /\s*(?:-\s+)?[\w-]+:\s+([^\s\[{|>#&*!].*)/) else { return false }
        let value = match.output.1
        let isQuoted = value.wholeMatch(of: /(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?/) != nil
        return !isQuoted && value.contains(/^["']|:(?:\s|$)/)
    }

    /// The line in which a name stands for the second time in one mapping, counted from zero.
    ///
    /// - Parameter first: the mapping's first line.
    static func secondLine(of name: String, in lines: [Substring], from first: Int) -> Int? {
        let places = lines.indices.dropFirst(first).filter { (index: Int) -> Bool in
            let text = lines[index].drop { " -\"'".contains($0) }
            return text.hasPrefix(name) && text.dropFirst(name.count).prefixMatch(of: /["']?\s*:/) != nil
        }
        guard let start = places.first else { return nil }
        return places.dropFirst().first { depth(of: lines[$0]) == depth(of: lines[start]) }
    }

    private static func depth(of line: Substring) -> Int { line.prefix { " -".contains($0) }.count }

    /// - Parameters:
    ///   - quoted: a pair whose value needs quotes.
    ///   - line: one as it should be.
    func sentence(quoted: String, line: String) -> String {
        switch self {
        case .quotes: "a text with a colon or a quote in it needs quotes: \(quoted)"
        case .pair(let name, let value): "write '\(name): \(value)'"
        case .tab: "write blanks in the place of the tab"
        case .twice: "leave one of the two out"
        case .lines: "write each in a line of its own, such as '\(line)'"
        }
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        String(reversed().drop(while: \.isWhitespace).reversed())
    }
}
