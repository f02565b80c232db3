/// A chapter's text, cut into its parts before cmark sees it.
///
/// 1. Byte-order marks at the start are dropped; `\r\n` and a lone `\r` end a line as `\n` does. Nothing else ends one.
/// 2. Front matter is what stands between a first line `---` and the next line `---` or `...`.
/// 3. A NUL is U+FFFD, as in all Markdown.
/// 4. In `markdown` the front matter's lines are empty, so that every line keeps its number.
struct ChapterText {
    let lines: [String]
    /// The YAML between the rules, nil where there is no front matter.
    let frontMatter: String?
    /// The lines that the front matter takes with its rules.
    let frontMatterLines: ArraySlice<String>
    let markdown: String
    /// A first line `---` without a second one: the text is all prose.
    let frontMatterHasNoEnd: Bool

    init(_ text: String) {
        let lines = Self.lines(of: text)
        let begins = lines.first.map(Self.isRule) ?? false
        let end = begins ? lines.dropFirst().firstIndex(where: { Self.isRule($0) || $0 == "..." }) : nil
        frontMatterHasNoEnd = begins && end == nil
        self.lines = lines
        frontMatter = end.map { lines[1..<$0].joined(separator: "\n") }
        frontMatterLines = lines.prefix(end.map { $0 + 1 } ?? 0)
        let blanks = [String](repeating: "", count: frontMatterLines.count)
        markdown = (blanks + lines[blanks.count...]).joined(separator: "\n")
    }

    private static func isRule(_ line: String) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }

    static func lines(of text: String) -> [String] {
        var lines: [String] = []
        var line: [UInt8] = []
        var bytes = Array(text.utf8)[...]
        while bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == UInt8(ascii: "\n"), previous == UInt8(ascii: "\r") {
                // The carriage return has ended the line already.
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                lines.append(String(decoding: line, as: UTF8.self))
                line.removeAll(keepingCapacity: true)
            } else if byte == 0 {
                line += [0xEF, 0xBF, 0xBD]
            } else {
                line.append(byte)
            }
            previous = byte
        }
        lines.append(String(decoding: line, as: UTF8.self))
        return lines
    }
}
