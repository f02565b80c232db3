/// Text on its way into Markdown.
enum MarkdownText {
    /// The text with everything escaped that Markdown would read as more than letters, in one line.
    ///
    ///     MarkdownText.escaped("a*b | x_1")   // a\*b \| x_1
    static func escaped(_ text: String) -> String {
        var escaped = ""
        // Not by characters: a bar with an accent is a bar to Markdown.
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "\r" where scalars.indices.contains(index + 1) && scalars[index + 1] == "\n": break
            case "\n", "\r": escaped += "<br>"
            case "_" where isInWord(index, of: scalars): escaped.unicodeScalars.append(scalar)
            case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "$": escaped += "\\\(scalar)"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Markdown as a whole with stress, by a mark that it has not itself; as it is where it has both.
    ///
    ///     MarkdownText.emphasized("A *wave*")   // _A *wave*_
    static func emphasized(_ markdown: String) -> String {
        let mark = ["*", "_"].first { !markdown.contains($0) } ?? ""
        return markdown.isEmpty ? "" : mark + markdown + mark
    }

    /// Between two letters or digits, an underscore is one.
    private static func isInWord(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
        guard index > 0, index < scalars.count - 1 else { return false }
        return [scalars[index - 1], scalars[index + 1]].map(Character.init).allSatisfy { $0.isLetter || $0.isNumber }
    }
}
