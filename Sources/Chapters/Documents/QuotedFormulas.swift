/// Formulas in quotations, each in one line: Jupyter and GitHub take the `>` of a further line for a part of the formula.
///
///     > $$               > $$ x^2 = 9 $$
///     > x^2 = 9
///     > $$
package enum QuotedFormulas {
    /// The lines of some prose; those that a formula took besides its first one are gone.
    package static func joined(_ lines: [String]) -> [String] {
        guard lines.contains(where: { $0.contains("$") }), lines.contains(where: { $0.contains(">") }) else {
            return lines
        }
        let document = MarkdownDocument(lines.joined(separator: "\n"))
        let opaque = document.opaqueLines
        var result: [String?] = lines
        var next = 0
        for block in TextBlock.all(in: lines, document) where block.isQuoted && block.lines[0].number >= next {
            if let display = DisplayBlock(in: block, of: lines, opaque: opaque), !display.formula.source.contains("%") {
                let first = display.lines[0]
                for line in display.lines { result[line.number] = nil as String? }
                result[first.number] = first.prefix + oneLine(display.formula.source) + display.rest
                next = display.lines[display.lines.count - 1].number + 1
            } else {
                for (line, text) in zip(block.lines, texts(of: block)) {
                    result[line.number] = text.map { line.prefix + $0 }
                }
            }
        }
        return result.compactMap { $0 }
    }

    /// The lines of a block without their prefixes; nil for those that are gone.
    private static func texts(of block: TextBlock) -> [String?] {
        let text = RunningText(block.text)
        var texts: [String?] = block.lines.map { _ in "" }
        var (line, target, index) = (0, 0, 0)
        while index < text.characters.count {
            let token = InlineToken(in: text, at: index)
            let written = String(text.characters[index..<index + token.length])
            if case .formula = token, !written.contains(where: { $0 == "%" }) {
                texts[target]?.append(oneLine(written))
                for _ in 0..<written.count(where: { $0 == "\n" }) {
                    line += 1
                    texts[line] = nil as String?
                }
            } else {
                for character in written {
                    if character == "\n" {
                        (line, target) = (line + 1, line + 1)
                    } else {
                        texts[target]?.append(character)
                    }
                }
            }
            index += token.length
        }
        return texts
    }

    private static func oneLine(_ formula: String) -> String { formula.replacing("\n", with: " ") }
}
