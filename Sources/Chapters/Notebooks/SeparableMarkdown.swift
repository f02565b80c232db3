/// A Markdown cell that stays what it is among a chapter's cells.
struct SeparableMarkdown {
    private(set) var lines: [String]
    /// What was done to it.
    private(set) var repairs: [String] = []

    init(_ source: String) {
        lines = source.linesWithoutBlankEnds
        renameSwiftFences()
        closeWhatIsOpen()
    }

    private mutating func renameSwiftFences() {
        let cells = Self.cells(in: lines)
        for cell in cells { lines[cell.lines.lowerBound - 1].replaceFenceWord(by: "{.swift}") }
        if !cells.isEmpty {
            repairs.append("a fence of 'swift' in Markdown is written as '{.swift}', to be shown and not run")
        }
    }

    /// A cell of a notebook ends what is open in it; among the lines of a chapter that takes a line.
    private mutating func closeWhatIsOpen() {
        guard let end = Self.end(of: lines) else { return }
        lines.append(end)
        repairs.append("what the Markdown leaves open is closed by '\(end)'")
    }

    /// The line that ends what lines leave open; nil where they leave nothing open.
    static func end(of lines: [String]) -> String? {
        guard !leavesRoom(lines) else { return nil }
        let text = lines.joined(separator: "\n")
        let fences = ["`", "~"].map { String(repeating: $0, count: max(3, text.longestRun(of: Character($0)))) }
        let ends = fences + ["-->", "</pre>", "</script>", "</style>", "</textarea>", "?>", ">", "]]>"]
        return ends.first { leavesRoom(lines + [$0]) }
    }

    /// A block that ends every list and note, and shows nothing.
    static let separator = "<!-- -->"

    /// Whether lines, one blank line below others, are read otherwise than behind a separator.
    ///
    ///     SeparableMarkdown.joins(["- a"], ["- b"])     // true: they are one list
    ///     SeparableMarkdown.joins(["- a"], ["b"])       // false
    static func joins(_ lines: [String], _ next: [String]) -> Bool {
        html(of: lines + [""] + next) != html(of: lines + ["", separator, ""] + next)
    }

    private static func html(of lines: [String]) -> String {
        var parser = ChapterParser("\(separator)\n\n" + lines.joined(separator: "\n"))
        let blocks = parser.blocks { _ in nil }
        let parts = blocks.map { block in
            switch block {
            case .prose(let prose): prose.html
            case .cell(let cell): cell.content
            }
        }
        return parts.joined(separator: "\n").replacing("\(separator)\n", with: "")
    }

    /// Whether a cell after these lines is a cell.
    private static func leavesRoom(_ lines: [String]) -> Bool {
        cells(in: lines + ["", "```swift", "probe", "```"]).map(\.content) == ["probe"]
    }

    private static func cells(in lines: [String]) -> [Cell] {
        // The comment keeps a rule at the beginning from being taken for front matter.
        var parser = ChapterParser("<!-- -->\n" + lines.joined(separator: "\n"))
        return parser.cells().map { $0.moved(up: 1) }
    }
}

extension Cell {
    fileprivate func moved(up count: Int) -> Cell {
        Cell(
            number: number, options: options, source: source, tokens: tokens, line: line - count, content: content,
            lines: (lines.lowerBound - count)...(lines.upperBound - count))
    }
}

extension String {
    /// Puts another word in the place of the first one after a fence.
    fileprivate mutating func replaceFenceWord(by word: String) {
        guard let fence = firstMatch(of: /(`{3,}|~{3,})[ \t]*/) else { return }
        let end = self[fence.range.upperBound...].firstIndex(where: \.isWhitespace) ?? endIndex
        replaceSubrange(fence.range.upperBound..<end, with: word)
    }

    /// The lines from the first to the last that is not blank.
    var linesWithoutBlankEnds: [String] {
        let lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let first = lines.firstIndex(where: { !$0.isBlank }), let last = lines.lastIndex(where: { !$0.isBlank })
        else { return [] }
        return Array(lines[first...last])
    }
}
