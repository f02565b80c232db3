/// The tables of a chapter, with a block of raw HTML in the lines of each, whose place the table takes in the end.
///
/// So cmark sees a table as the block that it is: it ends a paragraph, and no paragraph goes on behind it.
struct PipeTables {
    private(set) var tables: [PipeTable] = []
    /// What the comments begin with that stand in the tables' places.
    private let marker: String

    /// How often what stands behind a table is read again: it may be a list with another table in it.
    private static let mostPasses = 16

    /// - Parameter lines: those of the chapter, as many as before.
    init(in lines: inout [String]) {
        var marker = "<!--table "
        while lines.contains(where: { $0.contains(marker) }) { marker += "_" }
        self.marker = marker
        for _ in 0..<Self.mostPasses {
            let count = tables.count
            let document = MarkdownDocument(lines.joined(separator: "\n"))
            var next = 0
            for block in TextBlock.all(in: lines, document) where block.lines[0].number >= next {
                guard let table = Self.table(in: block, of: lines) else { continue }
                cover(table.lines, number: tables.count, in: &lines)
                tables.append(table)
                next = table.lines[table.lines.count - 1].number + 1
            }
            if tables.count == count { break }
        }
    }

    /// Protects what is in the blocks and in the tables, in the order of the text.
    mutating func scan(_ lines: inout [String], with scanner: inout SpanScanner) {
        var order = tables.indices.sorted { tables[$0].line < tables[$1].line }[...]
        for block in TextBlock.all(in: lines, MarkdownDocument(lines.joined(separator: "\n"))) {
            while let table = order.first, tables[table].line < block.lines[0].number {
                tables[order.removeFirst()].scan(with: &scanner)
            }
            scanner.scan(block, in: &lines)
        }
        for table in order { tables[table].scan(with: &scanner) }
    }

    /// Puts the tables in the places of their comments.
    ///
    /// Their cells are paragraphs before the chapter's text, so that cmark knows what the links in them refer to.
    func put(into document: MarkdownDocument, of text: String, _ spans: ProtectedSpans, links: inout LinkRewriter) {
        guard !tables.isEmpty else { return }
        let rows = tables.map(\.markdown)
        // A letter and a blank, without which a cell could be a heading or a list.
        let guardText = "a "
        let cells = rows.joined().flatMap(\.cells).map { "\(guardText)\($0)\n\n" }
        let paragraphs = MarkdownDocument(cells.joined() + "\n" + text).root.children.prefix(cells.count)
        var next = paragraphs[...]
        let html = zip(tables, rows).map { table, rows in
            table.html(
                of: rows.map { row in
                    row.cells.map { _ in
                        let cell = next.removeFirst()
                        spans.restore(in: cell)
                        links.rewrite(cell, line: row.line)
                        return String(cell.html.dropFirst("<p>\(guardText)".count).dropLast("</p>\n".count))
                    }
                })
        }
        for node in document.root.subtree where node.kind == .htmlBlock {
            if let number = number(of: node) { node.replace(withHTML: html[number]) }
        }
    }

    /// Which table a comment stands for; nil for any other raw HTML.
    private func number(of node: MarkdownNode) -> Int? {
        let text = node.literal.drop { $0 == " " }
        guard text.hasPrefix(marker) else { return nil }
        return Int(text.dropFirst(marker.count).prefix { $0.isASCIIDigit })
    }

    private static func table(in block: TextBlock, of chapter: [String]) -> PipeTable? {
        for index in block.lines.indices.dropFirst() {
            let rule = block.lines[index]
            guard !rule.isLazy, rule.indent < 4, let alignments = PipeTable.alignments(rule.text) else { continue }
            let head = block.lines[index - 1]
            guard PipeTable.cells(of: RunningText(head.text)).count == alignments.count else { continue }
            var rows = [head.isLazy || head.indent >= 4 ? head.with(prefixOf: rule) : head, rule]
            while let line = block.line(rows[rows.count - 1].number + 1, of: chapter), line.isRow { rows.append(line) }
            return PipeTable(alignments: alignments, lines: rows)
        }
        return nil
    }

    /// Puts a comment in the place of a table.
    private func cover(_ rows: [TextBlock.Line], number: Int, in lines: inout [String]) {
        for row in rows { lines[row.number] = row.prefix + "." }
        lines[rows[0].number] = "\(rows[0].prefix)\(marker)\(number) "
        lines[rows[rows.count - 1].number] = "\(rows[rows.count - 1].prefix)-->"
    }
}

extension TextBlock.Line {
    /// Whether it goes on a table, and begins no other block.
    fileprivate var isRow: Bool {
        guard indent < 4, !PipeTable.cells(of: RunningText(text)).isEmpty else { return false }
        guard let first = text.first, "<>#-+*_`~".contains(first) || first.isASCIIDigit else { return true }
        let blocks = MarkdownDocument(text).root.children
        return blocks.allSatisfy { $0.kind == .paragraph }
    }
}
