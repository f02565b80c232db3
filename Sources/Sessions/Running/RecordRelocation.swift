import Chapters

/// Where the lines of cells have gone when the text around them was edited.
struct LineShift {
    /// The first line before and after, and the number of lines.
    private let moves: [(old: Int, new: Int, count: Int)]

    /// - Parameter cells: the same cells in the old text and in the new one.
    init(_ cells: [(old: Cell, new: Cell)]) {
        moves = cells.map { old, new in
            (old.line, new.line, old.source.split(separator: "\n", omittingEmptySubsequences: false).count)
        }
    }

    func line(_ line: Int) -> Int {
        let move = moves.first { $0.old <= line && line < $0.old + $0.count }
        return move.map { line - $0.old + $0.new } ?? line
    }
}

extension CellRecord {
    /// The record with its places in the new text.
    func moved(by shift: LineShift) -> CellRecord {
        var record = self
        record.diagnostics = diagnostics.map { $0.moved(by: shift) }
        record.failure = failure.map {
            Failure(kind: $0.kind, message: $0.message, location: $0.location?.moved(by: shift))
        }
        return record
    }
}

extension Diagnostic {
    fileprivate func moved(by shift: LineShift) -> Diagnostic {
        Diagnostic(
            severity: severity, message: message, location: location?.moved(by: shift),
            notes: notes.map { $0.moved(by: shift) })
    }
}

extension SourceLocation {
    fileprivate func moved(by shift: LineShift) -> SourceLocation {
        guard file == nil else { return self }
        return SourceLocation(line: shift.line(line), column: column, length: length)
    }
}
