/// Code spans, autolinks and raw HTML in the running text: taken as they are.
enum InlineVerbatim {
    /// How many characters such a piece has that begins a text; nil where none begins.
    static func length(at text: ArraySlice<Character>) -> Int? {
        switch text.first {
        case "`": codeSpan(text)
        case "<": tag(text)
        default: nil
        }
    }

    /// Up to the next run of as many backticks; without one, the backticks are text.
    private static func codeSpan(_ text: ArraySlice<Character>) -> Int {
        let width = text.prefix { $0 == "`" }.count
        var index = text.startIndex + width
        while index < text.endIndex {
            let run = text[index...].prefix { $0 == "`" }.count
            if run == width { return index + run - text.startIndex }
            index += max(1, run)
        }
        return width
    }

    private static func tag(_ text: ArraySlice<Character>) -> Int? {
        guard let next = text.dropFirst().first, next.isLetter || "/!?".contains(next) else { return nil }
        return text.firstIndex(of: ">").map { $0 - text.startIndex + 1 }
    }
}
