/// Text on its way into Markdown.
enum MarkdownText {
    /// The text with everything escaped that Markdown would read as more than letters, in one line.
    ///
    ///     MarkdownText.escaped("a*b | x_1")   // a\*b \| x_1
    static func escaped(_ text: String) -> String {
        var escaped = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            switch character {
            case "\n", "\r", "\r\n": escaped += "<br>"
            case "_" where isInWord(index, of: characters): escaped.append(character)
            case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "$": escaped += "\\\(character)"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// Between two letters or digits, an underscore is one.
    private static func isInWord(_ index: Int, of characters: [Character]) -> Bool {
        guard index > 0, index < characters.count - 1 else { return false }
        return [characters[index - 1], characters[index + 1]].allSatisfy { $0.isLetter || $0.isNumber }
    }
}
