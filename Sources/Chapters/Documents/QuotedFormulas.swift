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
            if let display = DisplayBlock(in: block, of: lines, opaque: opaque), let line = oneLine(display.formula) {
                let first = display.lines[0]
                for taken in display.lines { result[taken.number] = nil as String? }
                result[first.number] = first.prefix + line + display.rest
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
            if case .formula(let formula) = token, let joined = oneLine(formula) {
                texts[target]?.append(joined)
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

    /// A formula in one line, without the comments that would take the rest of it; nil where nothing else is in it.
    private static func oneLine(_ formula: InlineFormula) -> String? {
        guard formula.source.contains("\n") else { return formula.source }
        let tex = withoutComments(formula.tex).replacing("\n", with: " ")
        guard !tex.allSatisfy(\.isWhitespace) else { return nil }
        let dollars = formula.source.prefix(formula.opening)
        return "\(dollars)\(formula.isDisplay ? tex[...] : tex.trimmingBlanks())\(dollars)"
    }

    /// TeX without what stands from a `%` to the line's end; `\%` is a percent sign.
    private static func withoutComments(_ tex: String) -> String {
        var (result, isEscaped, isComment) = ("", false, false)
        for character in tex {
            if character == "\n" { isComment = false }
            if character == "%", !isEscaped { isComment = true }
            if !isComment { result.append(character) }
            isEscaped = character == "\\" && !isEscaped && !isComment
        }
        return result
    }
}

extension String {
    /// No blank follows the opening dollar of a formula in a line, or stands before the closing one.
    fileprivate func trimmingBlanks() -> Substring {
        let start = drop(while: \.isWhitespace)
        return start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.endIndex)]
    }
}
