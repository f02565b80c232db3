extension TeXParser {
    /// `\begin{name} … \end{name}`: cells between `&`, rows between `\\`.
    mutating func environment(from start: Int) -> MathNode {
        let name = reader.rawGroup() ?? ""
        var alignment = Self.alignments[name] ?? .centered
        if Self.alignments[name] == nil { report("the TeX environment '\(name)' is not known", from: start) }
        if name == "array" { alignment = .columns((reader.rawGroup() ?? "").filter("lcr".contains)) }
        let rows = tableRows()
        if reader.take(.command("end")) {
            let end = reader.rawGroup() ?? ""
            if end != name { report(#"'\end{\#(end)}' ends '\begin{\#(name)}'"#, from: start) }
        } else {
            report(#"'\begin{\#(name)}' has no '\end{\#(name)}'"#, from: start)
        }
        let table = MathNode.table(rows: rows, alignment: alignment)
        guard let fence = Self.fences[name] else { return table }
        return .fenced(fence.open, table, fence.close)
    }

    /// A last row that is empty (after a final `\\`) is none.
    private mutating func tableRows() -> [[MathNode]] {
        var rows: [[MathNode]] = [[]]
        while true {
            rows[rows.count - 1].append(row())
            if reader.take(.column) { continue }
            guard reader.take(.command("\\")) || reader.take(.command("cr")) else { break }
            rows.append([])
        }
        if rows.count > 1, rows.last == [.row([])] { rows.removeLast() }
        return rows
    }

    private static let alignments: [String: MathTableAlignment] = [
        "matrix": .centered, "pmatrix": .centered, "bmatrix": .centered, "Bmatrix": .centered, "vmatrix": .centered,
        "Vmatrix": .centered, "smallmatrix": .centered, "array": .centered, "gathered": .centered, "gather": .centered,
        "gather*": .centered, "cases": .leading, "aligned": .pairs, "align": .pairs, "align*": .pairs, "split": .pairs,
        "equation": .pairs, "equation*": .pairs,
    ]

    private static let fences: [String: (open: String, close: String)] = [
        "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"),
        "Vmatrix": ("‖", "‖"), "cases": ("{", ""),
    ]
}
