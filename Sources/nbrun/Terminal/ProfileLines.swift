import Display

/// The table of a profile at the terminal; where it is too wide, the columns go that can best be spared.
enum ProfileLines {
    private static let spared = ["algorithm", "GFLOP/s", "pass"]

    /// - Parameter width: columns; nil where lines may have any length.
    static func lines(_ table: TableOutput, width: Int?) -> [String] {
        var shown = table
        for name in spared {
            guard let width, lines(of: shown).contains(where: { $0.columns > width }) else { break }
            shown = shown.without(name)
        }
        let reason = TableOutput.fewerOperations
        let isLost = table.plainText.contains(reason) && !shown.plainText.contains(reason)
        let note = isLost ? WrappedText.lines(ofWords: "above 100 %: the algorithm does \(reason)", width: width) : []
        return lines(of: shown) + note
    }

    private static func lines(of table: TableOutput) -> [String] {
        table.plainText.split(separator: "\n").map { "    \($0)" }
    }
}

extension TableOutput {
    fileprivate func without(_ name: String) -> TableOutput {
        guard let index = columns.firstIndex(where: { $0.name == name }) else { return self }
        let others = columns.indices.filter { $0 != index }
        return TableOutput(columns: others.map { columns[$0] }, rows: rows.map { row in others.map { row[$0] } })
    }
}
