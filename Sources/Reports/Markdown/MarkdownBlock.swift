import Chapters
import Display

/// Blocks of Markdown that outputs are made of.
enum MarkdownBlock {
    /// A fence longer than any run of backticks in the text.
    static func fence(_ text: String, info: String = "text") -> String {
        CellFence(around: text, info: info).lines(around: text).joined(separator: "\n")
    }

    /// Code within a line.
    static func code(_ text: String) -> String {
        let runs = text.split { $0 != "`" }.map(\.count)
        let fence = String(repeating: "`", count: (runs.max() ?? 0) + 1)
        let padding = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
        return fence + padding + text.replacing("\n", with: " ") + padding + fence
    }

    /// Something that opens at a click.
    static func fold(_ summary: String, _ content: String) -> String {
        "<details><summary>\(HTMLText.escaped(summary))</summary>\n\n\(content)\n\n</details>"
    }

    /// Lines in a fence; where there are many, the last are folded.
    static func lines(_ lines: [String], words: Words) -> [String] {
        guard lines.count > LongText.limit else { return [fence(lines.joined(separator: "\n"))] }
        let rest = lines.dropFirst(LongText.shown).joined(separator: "\n")
        let shown = lines.prefix(LongText.shown).joined(separator: "\n")
        return [fence(shown), fold(words.moreLines(lines.count - LongText.shown), fence(rest))]
    }

    /// A pipe table; where it has many rows, the last are folded.
    static func table(_ table: TableOutput, words: Words) -> [String] {
        guard !table.columns.isEmpty else { return [] }
        guard table.rows.count > LongText.limit else { return [pipes(table.columns, table.rows[...])] }
        let rest = pipes(table.columns, table.rows.dropFirst(LongText.shown))
        return [
            pipes(table.columns, table.rows.prefix(LongText.shown)),
            fold(words.moreRows(table.rows.count - LongText.shown), rest),
        ]
    }

    private static func pipes(_ columns: [TableOutput.Column], _ rows: ArraySlice<[String]>) -> String {
        let line = { (cells: [String]) in "| \(cells.joined(separator: " | ")) |" }
        let rule = line(columns.map { $0.isNumeric ? "--:" : "---" })
        let head = line(columns.map { MarkdownText.escaped($0.name) })
        return ([head, rule] + rows.map { line($0.map(MarkdownText.escaped)) }).joined(separator: "\n")
    }

    /// The blocks in the list item or the quotation that a cell with this fence stands in.
    static func inside(_ fence: CellFence, _ blocks: [String]) -> String {
        let lines = blocks.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
        guard !blocks.isEmpty else { return "" }
        let first = String(fence.opening.prefix { $0 != "`" && $0 != "~" })
        let around = CellFence(opening: "", prefix: fence.prefix, closing: "")
        let rest = around.lines(around: lines.joined(separator: "\n")).dropFirst(2)
        return ([first + lines[0]] + rest).joined(separator: "\n")
    }
}
