import Chapters

/// The lines of those cells that speak of their own place, as by `#line`, or may call what asks for it; by cell number.
///
/// Such a cell is another one when it moves.
struct MentionedLines: Equatable {
    private var lines: [Int: Int] = [:]

    /// - Parameter cells: those that are to run, in order.
    init(of cells: [Cell]) {
        var isAsked = false
        for cell in cells {
            // Parsing takes longer than finding out that there is nothing to find.
            let analyses = ([cell.source] + cell.included.map(\.text)).filter { $0.contains("#") }.map(
                CellAnalysis.init)
            if isAsked || analyses.contains(where: \.mentionsItsPosition) { lines[cell.number] = cell.line }
            isAsked = isAsked || analyses.contains(where: \.takesPositions)
        }
    }

    /// Nil for a cell that says nothing of its place.
    func line(of cell: Cell) -> Int? { lines[cell.number] }
}
