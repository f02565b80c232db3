/// Code spans, autolinks and raw HTML in the running text: taken as they are.
enum InlineVerbatim {
    /// How many characters such a piece has that begins at a place; nil where none begins.
    static func length(in text: RunningText, at index: Int) -> Int? {
        switch text.characters[index] {
        case "`": codeSpan(text, index)
        case "<": tag(text, index)
        default: nil
        }
    }

    /// Up to the next run of as many backticks; without one, the backticks are text.
    private static func codeSpan(_ text: RunningText, _ index: Int) -> Int {
        let width = text.characters[index...].prefix { $0 == "`" }.count
        return text.endOfCode(width: width, from: index + width).map { $0 - index } ?? width
    }

    private static func tag(_ text: RunningText, _ index: Int) -> Int? {
        guard index + 1 < text.characters.count else { return nil }
        let next = text.characters[index + 1]
        guard next.isLetter || "/!?".contains(next) else { return nil }
        return text.nextAngle(from: index).map { $0 - index + 1 }
    }
}
