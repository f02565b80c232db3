import Display

/// The layers of a model: a table whose text is, to the character, the one that TensorFlow prints.
///
/// Readers know that text from books and terminals, and paste it into questions; so it is what the page holds, what can be
/// searched and what copying gives. Its padding and its rules of `_` and `=` are part of the cells, and the page's style
/// draws them as a table: monospaced columns, hairlines instead of the rules.
struct ModelSummaryView: View {
    let summary: ModelSummary

    var markup: Markup {
        let lines = summary.plainText.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return """
            <div class="scroll"><table class="summary"><caption>\(lines[0])</caption>
            <thead>\(rule(lines[1]))
            \(row(lines[2], cell: "th", attributes: " scope=\"col\""))
            \(rule(lines[3]))</thead>
            \(body(lines[4..<lines.count - 5]))<tfoot>\(lines.suffix(5).map { $0.isRule ? rule($0) : total($0) }.joined(separator: "\n"))</tfoot></table></div>

            """
    }

    private func rule(_ line: String) -> Markup {
        "<tr class=\"\(line.first == "=" ? "double rule" : "rule")\" aria-hidden=\"true\"><td colspan=\"\(columnCount)\">\(line)</td></tr>"
    }

    private func body(_ layers: ArraySlice<String>) -> Markup? {
        guard !layers.isEmpty else { return nil }
        let rows = layers.map { $0.isRule ? rule($0) : row($0, cell: "td") }
        return "<tbody>\(rows.joined(separator: "\n"))</tbody>\n"
    }

    private func total(_ line: String) -> Markup {
        "<tr><td colspan=\"\(columnCount)\">\(line)</td></tr>"
    }

    /// A line cut where its columns begin.
    private func row(_ line: String, cell: String, attributes: Markup = "") -> Markup {
        let characters = Array(line)
        // The last column takes the rest of the line.
        let stops = [0] + summary.columnStops.dropLast() + [characters.count]
        let cells = zip(stops, stops.dropFirst()).map { start, end -> Markup in
            let text = String(characters[min(start, characters.count)..<min(end, characters.count)])
            return "<\(cell)\(attributes)>\(text)</\(cell)>"
        }
        return "<tr>\(cells.joined())</tr>"
    }

    private var columnCount: Int { summary.columnStops.count }
}

extension String {
    /// A line of underscores or of equals signs.
    fileprivate var isRule: Bool {
        guard let first, first == "_" || first == "=" else { return false }
        return allSatisfy { $0 == first }
    }
}
