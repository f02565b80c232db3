import Display

/// A table; its last rows are folded where there are many.
struct TableView: View {
    let table: TableOutput
    let words: Words

    var markup: Markup {
        guard table.rows.count > LongText.limit else { return scrolling(table.rows[...]) }
        return """
            \(scrolling(table.rows.prefix(LongText.shown)))\
            <details class="more"><summary>\(words.moreRows(table.rows.count - LongText.shown))</summary>
            \(scrolling(table.rows.dropFirst(LongText.shown)))</details>

            """
    }

    private func scrolling(_ rows: ArraySlice<[String]>) -> Markup {
        let head = table.columns.map { column -> Markup in
            "<th scope=\"col\"\(column.isNumeric ? Self.number : "")>\(column.name)</th>"
        }
        return """
            <div class="scroll"><table class="data">
            <thead><tr>\(head.joined())</tr></thead>
            <tbody>
            \(rows.map(row).joined())</tbody>
            </table></div>

            """
    }

    private func row(_ cells: [String]) -> Markup {
        let cells = zip(table.columns, cells).map { column, cell -> Markup in
            "<td\(column.isNumeric ? Self.number : "")>\(cell)</td>"
        }
        return "<tr>\(cells.joined())</tr>\n"
    }

    private static let number: Markup = " class=\"number\""
}
