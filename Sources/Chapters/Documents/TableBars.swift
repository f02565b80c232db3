extension Chapter {
    /// The same chapter for GitHub, where a bar cuts a table's row also in code, in a formula and in a tag.
    ///
    ///     | `a|b` | $|x|$ |      // | `a\|b` | $\vert x\vert $ |
    package var withBarsForGitHub: Chapter {
        let text = ChapterText(lines.joined(separator: "\n"))
        var covered = text.markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var written = lines
        for row in PipeTables(in: &covered).tables.flatMap(\.lines) {
            let escaped = Self.escaped(RunningText(row.text))
            if escaped != row.text { written[row.number] = row.prefix + escaped }
        }
        return Chapter(path: path, frontMatter: frontMatter, blocks: blocks, lines: written, warnings: warnings)
    }

    private static func escaped(_ row: RunningText) -> String {
        var result = ""
        var index = 0
        while index < row.characters.count {
            let token = InlineToken(in: row, at: index)
            let written = String(row.characters[index..<index + token.length])
            switch token {
            case .verbatim: result += replacingBars(in: written, bar: "\\|", escapedBar: "\\|")
            case .formula: result += replacingBars(in: written, bar: "\\vert ", escapedBar: "\\Vert ")
            case .escape, .reference, .character: result += written
            }
            index += token.length
        }
        return result
    }

    private static func replacingBars(in text: String, bar: String, escapedBar: String) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                result += character == "|" ? escapedBar : "\\\(character)"
            } else if character != "\\" {
                result += character == "|" ? bar : String(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        return isEscaped ? result + "\\" : result
    }
}
