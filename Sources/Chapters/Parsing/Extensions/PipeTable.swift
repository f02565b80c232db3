/// A table of bars and dashes, in what cmark takes for a paragraph.
///
///     | layer | parameters |
///     |-------|-----------:|
///     | conv  |        320 |
struct PipeTable {
    private enum Alignment: String {
        case left, center, right
    }

    /// A short row of a wide table is filled up with empty cells, but a chapter cannot ask for millions of them.
    private static let mostCells = 500_000

    private let alignments: [Alignment?]
    private let head: [Cell]
    private let body: [[Cell]]

    /// - Returns: nil for any other paragraph.
    init?(_ paragraph: MarkdownNode) {
        let lines = paragraph.children.split(omittingEmptySubsequences: false) { node in
            if case .lineBreak = node.kind { true } else { false }
        }
        guard lines.count >= 2, let alignments = Self.alignments(Array(lines[1])) else { return nil }
        head = Self.cells(Array(lines[0]))
        guard head.count == alignments.count else { return nil }
        self.alignments = alignments
        body = lines.dropFirst(2).map { Self.cells(Array($0)) }
    }

    /// Puts the table in the paragraph's place.
    func replace(_ paragraph: MarkdownNode) {
        let rows = body.isEmpty ? "" : "<tbody>\n\(body.map { row($0, "td") }.joined())</tbody>\n"
        paragraph.replace(withHTML: "<table>\n<thead>\n\(row(head, "th"))</thead>\n\(rows)</table>\n")
    }

    private func row(_ cells: [Cell], _ name: String) -> String {
        let isFilledUp = alignments.count * (body.count + 1) <= Self.mostCells
        let columns = isFilledUp ? alignments[...] : alignments.prefix(cells.count)
        let cells = columns.enumerated().map { index, alignment in
            let style = alignment.map { " style=\"text-align: \($0.rawValue)\"" } ?? ""
            return "<\(name)\(style)>\(cells.indices.contains(index) ? cells[index].html : "")</\(name)>\n"
        }
        return "<tr>\n\(cells.joined())</tr>\n"
    }

    /// What the rule under the head says of each column; nil where the line is no rule.
    private static func alignments(_ line: [MarkdownNode]) -> [Alignment?]? {
        guard line.count == 1, case .text = line[0].kind, line[0].literal.contains("-") else { return nil }
        let columns = line[0].literal.trimmed().trimmingBars().split(separator: "|", omittingEmptySubsequences: false)
        guard columns.count > 1 || line[0].literal.contains("|") else { return nil }
        let rules = columns.map { $0.trimmed() }
        guard rules.allSatisfy({ $0.wholeMatch(of: /:?-+:?/) != nil }) else { return nil }
        return rules.map { rule in
            switch (rule.hasPrefix(":"), rule.hasSuffix(":")) {
            case (true, true): .center
            case (true, false): .left
            case (false, true): .right
            case (false, false): nil
            }
        }
    }

    /// A line cut at its bars; bars in code and in other markup cut nothing.
    private static func cells(_ line: [MarkdownNode]) -> [Cell] {
        var cells = [Cell()]
        for node in line {
            guard case .text = node.kind else {
                cells[cells.count - 1].pieces.append(.node(node))
                continue
            }
            for (index, text) in node.literal.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { cells.append(Cell()) }
                cells[cells.count - 1].pieces.append(.text(String(text)))
            }
        }
        if cells.count > 1, cells[0].isBlank { cells.removeFirst() }
        if cells.count > 1, cells[cells.count - 1].isBlank { cells.removeLast() }
        return cells
    }

    private struct Cell {
        enum Piece {
            case text(String)
            case node(MarkdownNode)
        }

        var pieces: [Piece] = []

        var isBlank: Bool {
            pieces.allSatisfy { if case .text(let text) = $0 { text.trimmed().isEmpty } else { false } }
        }

        var html: String {
            let nodes = pieces.map { piece -> MarkdownNode in
                switch piece {
                case .text(let text): return MarkdownNode(text: text)
                case .node(let node):
                    if case .code = node.kind { node.literal = node.literal.replacing("\\|", with: "|") }
                    return node
                }
            }
            return MarkdownNode.inlineHTML(of: nodes).trimmed()
        }
    }
}

extension StringProtocol {
    fileprivate func trimmed() -> String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    fileprivate func trimmingBars() -> String {
        var text = self[...]
        if text.first == "|" { text.removeFirst() }
        if text.last == "|" { text.removeLast() }
        return String(text)
    }
}
