import Display

/// A table for a place that has a style of its own for tables.
struct NotebookTable: View {
    let table: TableOutput

    var markup: Markup {
        let head = table.columns.map { "<th\($0.isNumeric ? Self.number : "")>\($0.name)</th>" as Markup }
        let rows = table.rows.map { cells -> Markup in
            let cells = zip(table.columns, cells).map { column, cell -> Markup in
                "<td\(column.isNumeric ? Self.number : "")>\(cell)</td>"
            }
            return "<tr>\(cells.joined())</tr>\n"
        }
        return """
            <table>
            <thead><tr>\(head.joined())</tr></thead>
            <tbody>
            \(rows.joined())</tbody>
            </table>
            """
    }

    private static let number: Markup = " style=\"text-align: right\""
}
