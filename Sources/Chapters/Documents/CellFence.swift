/// How a cell stands in a chapter's text: the lines around its content, and what is before each line of it.
public struct CellFence: Equatable, Sendable {
    /// The line with the fence and the word `swift`; a cell without content may have an empty line after it.
    public var opening: String
    /// What stands before each line that is not empty: the indentation in a list, the `>` of a quotation.
    public var prefix: String
    /// The fence behind it; empty where the end of what it stands in ends it.
    public var closing: String

    public init(opening: String, prefix: String, closing: String) {
        self.opening = opening
        self.prefix = prefix
        self.closing = closing
    }

    /// The usual fence: of three backticks, or of one more than the content has in a row.
    public init(around content: String, info: String = "swift") {
        let fence = String(repeating: "`", count: max(3, content.longestRun(of: "`") + 1))
        self.init(opening: fence + info, prefix: "", closing: fence)
    }

    /// The fence of a cell that takes these lines of a chapter.
    public init(of cell: Cell, in lines: [String]) {
        let content = Self.lines(of: cell.content)
        let isClosed =
            lines.count > max(content.count, 1) + 1 || (content.isEmpty && lines.count == 2 && !lines[1].isBlank)
        let body = lines.dropFirst().dropLast(isClosed ? 1 : 0)
        opening = lines[0] + (content.isEmpty && !body.isEmpty ? "\n" + body.joined(separator: "\n") : "")
        closing = isClosed ? lines[lines.count - 1] : ""
        let written = zip(body, content).first { !$0.1.isEmpty && $0.0.hasSuffix($0.1) }
        prefix = written.map { String($0.0.dropLast($0.1.count)) } ?? ""
    }

    /// The content with all that is around it.
    public func lines(around content: String) -> [String] {
        let bare = String(prefix.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
        let body = Self.lines(of: content).map { $0.isEmpty ? bare : prefix + $0 }
        return opening.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + body
            + (closing.isEmpty ? [] : [closing])
    }

    private static func lines(of content: String) -> [String] {
        content.isEmpty ? [] : content.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}

extension String {
    /// How often a character stands in a row at most.
    func longestRun(of character: Character) -> Int {
        split { $0 != character }.map(\.count).max() ?? 0
    }
}
