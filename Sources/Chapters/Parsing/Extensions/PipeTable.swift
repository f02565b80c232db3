/// A table of bars and dashes, by the rules of GitHub's cmark.
///
///     | layer | parameters |
///     |-------|-----------:|
///     | conv  |        320 |
///
/// 1. It begins with the last line of a paragraph before a rule of as many columns. What the paragraph has above that line
///    stays a paragraph. The rule is no lazy line, and is not indented as code is.
/// 2. It goes on until a blank line, a line of nothing but a bar, or one that begins another block: a line that is indented
///    as code is begins one, and a list may begin with any number.
/// 3. Bars cut a line into cells; outer ones may be missing. `\|` is a bar in a cell. Other than at GitHub, bars in code,
///    in a formula and in a tag cut nothing.
struct PipeTable {
    enum Alignment: String {
        case left, center, right
    }

    /// A short row of a wide table is filled up with empty cells, but a chapter cannot ask for millions of them.
    private static let mostCells = 500_000

    private let alignments: [Alignment?]
    /// Head, rule and body.
    let lines: [TextBlock.Line]
    /// The Markdown of the cells, row by row, with what is protected in them.
    private var cells: [[String]] = []

    /// The chapter's first line of it, counted from zero.
    var line: Int { lines[0].number }
    private var rows: [TextBlock.Line] { Array(lines[..<1] + lines[2...]) }

    init(alignments: [Alignment?], lines: [TextBlock.Line]) {
        self.alignments = alignments
        self.lines = lines
    }

    mutating func scan(with scanner: inout SpanScanner) {
        cells = rows.map { row in
            let text = RunningText(row.text)
            return Self.cells(of: text).map { scanner.scan(text, $0, of: [row], bar: "|").trimmed() }
        }
    }

    /// The pieces of a line between its bars; a single bar has none.
    static func cells(of text: RunningText) -> [Range<Int>] {
        guard text.characters.filter({ !$0.isWhitespace }) != ["|"] else { return [] }
        var cells: [Range<Int>] = []
        var (start, index) = (0, 0)
        while index < text.characters.count {
            let token = InlineToken(in: text, at: index)
            if case .character = token, text.characters[index] == "|" {
                cells.append(start..<index)
                start = index + 1
            }
            index += token.length
        }
        cells.append(start..<index)
        let isBlank = { (cell: Range<Int>) in text.characters[cell].allSatisfy(\.isWhitespace) }
        if cells.count > 1, isBlank(cells[0]) { cells.removeFirst() }
        if cells.count > 1, isBlank(cells[cells.count - 1]) { cells.removeLast() }
        return cells
    }

    /// What a rule under a head says of each column; nil where the line is no rule.
    static func alignments(_ line: String) -> [Alignment?]? {
        guard line.wholeMatch(of: /\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*/) != nil,
            line.contains(where: { "|:".contains($0) })
        else { return nil }
        return line.split(separator: "|").map { $0.trimmed() }.filter { !$0.isEmpty }.map { rule in
            switch (rule.hasPrefix(":"), rule.hasSuffix(":")) {
            case (true, true): .center
            case (true, false): .left
            case (false, true): .right
            case (false, false): nil
            }
        }
    }
}

extension PipeTable {
    /// The Markdown of all cells of a row, and the chapter's line of it, counted from one.
    var markdown: [(cells: ArraySlice<String>, line: Int)] {
        let isFilledUp = alignments.count * rows.count <= Self.mostCells
        return zip(rows, cells).map { row, cells in
            let cells =
                cells + (isFilledUp ? [String](repeating: "", count: max(0, alignments.count - cells.count)) : [])
            return (cells.prefix(alignments.count), row.number + 1)
        }
    }

    /// - Parameter cells: the HTML of all cells, row by row.
    func html(of cells: [[String]]) -> String {
        let body = cells.dropFirst().map { row($0, "td") }.joined()
        let rows = body.isEmpty ? "" : "<tbody>\n\(body)</tbody>\n"
        return "<table>\n<thead>\n\(row(cells[0], "th"))</thead>\n\(rows)</table>\n"
    }

    private func row(_ cells: [String], _ name: String) -> String {
        let cells = zip(alignments, cells).map { alignment, html in
            let style = alignment.map { " style=\"text-align: \($0.rawValue)\"" } ?? ""
            return "<\(name)\(style)>\(html)</\(name)>\n"
        }
        return "<tr>\n\(cells.joined())</tr>\n"
    }
}

extension StringProtocol {
    fileprivate func trimmed() -> String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
