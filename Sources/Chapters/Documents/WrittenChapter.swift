/// A chapter's own lines, cut where its cells stand: what formats that keep the author's Markdown are made from.
public struct WrittenChapter: Equatable, Sendable {
    public enum Content: Equatable, Sendable {
        case frontMatter
        case prose
        case cell(Cell)
    }

    public struct Part: Equatable, Sendable {
        public let content: Content
        /// From its first to its last line that is not blank.
        public let lines: [String]
        /// The blank lines before it.
        public let gap: [String]
    }

    /// Front matter, prose and cells in the order of the text; put together with their gaps they are the chapter.
    public private(set) var parts: [Part] = []
    /// The blank lines after the last part: one empty line where the text ends with a line break.
    public private(set) var end: [String] = []

    public init(_ chapter: Chapter) {
        let lines = chapter.lines
        let frontMatter = ChapterText(lines.joined(separator: "\n")).frontMatterLines
        var position = frontMatter.endIndex
        if !frontMatter.isEmpty {
            let gap = Array(lines[..<frontMatter.startIndex])
            parts.append(Part(content: .frontMatter, lines: Array(frontMatter), gap: gap))
        }
        for cell in chapter.cells {
            let gap = addProse(lines[position..<(cell.lines.lowerBound - 1)])
            position = cell.lines.upperBound
            parts.append(
                Part(content: .cell(cell), lines: Array(lines[(cell.lines.lowerBound - 1)..<position]), gap: gap))
        }
        end = addProse(lines[position...])
    }

    /// Adds what is not blank as prose.
    ///
    /// - Returns: the blank lines that are left behind it.
    private mutating func addProse(_ lines: ArraySlice<String>) -> [String] {
        guard let first = lines.firstIndex(where: { !$0.isBlank }), let last = lines.lastIndex(where: { !$0.isBlank })
        else { return Array(lines) }
        parts.append(Part(content: .prose, lines: Array(lines[first...last]), gap: Array(lines[..<first])))
        return Array(lines[(last + 1)...])
    }
}

extension String {
    /// As Markdown has it: nothing but spaces and tabs.
    var isBlank: Bool { utf8.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }
}
