/// A displayed formula that begins a line of a paragraph and ends behind it, among lines that CommonMark takes for lists,
/// headings or rules:
///
///     $$
///     a
///     - b
///     $$
///
/// Its dollars begin a line; the next ones begin or end a line within the same quotation and item, with no blank line
/// before them. Any other formula ends with its block.
struct DisplayBlock {
    let formula: InlineFormula
    /// The lines that it takes, the first one from its dollars on.
    let lines: [TextBlock.Line]
    /// What stands behind its dollars in the last line.
    let rest: String

    /// - Parameter opaque: the lines, counted from zero, that are code or raw HTML.
    init?(in block: TextBlock, of chapter: [String], opaque: Set<Int>) {
        guard let first = Self.opening(in: block) else { return nil }
        var lines = Array(block.lines[first...])
        var next = block.lines[block.lines.count - 1].number + 1
        while !opaque.contains(next), let line = block.line(next, of: chapter) {
            lines.append(line)
            next += 1
            let dollars = RunningText(line.text).dollarPairs
            guard let end = dollars.first else { continue }
            let text = Array(line.text)
            let isAtEdge = end == 0 || text[(end + 2)...].allSatisfy(\.isWhitespace)
            let source = (lines.dropLast().map(\.text) + [String(text[..<(end + 2)])]).joined(separator: "\n")
            guard isAtEdge, let formula = InlineFormula(in: RunningText(source), at: 0) else { return nil }
            self.formula = formula
            self.lines = lines
            rest = String(text[(end + 2)...])
            return
        }
        return nil
    }

    /// The line of a block that begins with dollars which nothing in the block closes.
    private static func opening(in block: TextBlock) -> Int? {
        guard block.lines.contains(where: { $0.text.hasPrefix("$$") }) else { return nil }
        let text = RunningText(block.text)
        var index = 0
        while index < text.characters.count {
            let token = InlineToken(in: text, at: index)
            let place = text.place(of: index)
            if case .character = token, place.column == 0, text.characters[index...].starts(with: "$$") {
                return place.line
            }
            index += token.length
        }
        return nil
    }
}
