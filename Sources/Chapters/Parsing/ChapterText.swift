/// A chapter's text, cut into its parts before cmark sees it.
///
/// 1. Byte-order marks at the start are dropped; `\r\n` and a lone `\r` end a line as `\n` does. Nothing else ends one.
/// 2. Front matter is what stands between a first line `---` and the next line `---` or `...`. Blank lines may stand before
///    it where one of its lines begins with a key of ours: `title: …`; else such a line is a rule.
/// 3. A NUL is U+FFFD, as in all Markdown.
/// 4. In `markdown` the front matter's lines are empty, so that every line keeps its number.
struct ChapterText {
    let lines: [String]
    /// The YAML between the rules, nil where there is no front matter.
    let frontMatter: String?
    /// The lines that the front matter takes with its rules; they may begin behind blank ones.
    let frontMatterLines: ArraySlice<String>
    let markdown: String
    /// A first line `---` without a second one: the text is all prose.
    let frontMatterHasNoEnd: Bool

    init(_ text: String) {
        let lines = Self.lines(of: text)
        let range = Self.frontMatter(in: lines)
        frontMatterHasNoEnd = range == nil && lines.first.map(Self.isRule) ?? false
        self.lines = lines
        frontMatter = range.map { lines[($0.lowerBound + 1)..<($0.upperBound - 1)].joined(separator: "\n") }
        frontMatterLines = lines[range ?? 0..<0]
        let blanks = [String](repeating: "", count: frontMatterLines.endIndex)
        markdown = (blanks + lines[blanks.count...]).joined(separator: "\n")
    }

    /// The lines of the front matter with its rules.
    private static func frontMatter(in lines: [String]) -> Range<Int>? {
        guard let start = lines.firstIndex(where: { !$0.isBlank }), isRule(lines[start]),
            let end = lines[(start + 1)...].firstIndex(where: { isRule($0) || $0 == "..." })
        else { return nil }
        let isMeant = start == 0 || lines[start..<end].contains(where: FrontMatter.isLineOfOurs)
        return isMeant ? start..<(end + 1) : nil
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
