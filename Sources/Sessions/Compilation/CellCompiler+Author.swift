import Chapters

extension CellCompiler {
    /// Compiles a cell so that it shows its values; what the compiler rejects, it is asked again as the author wrote it.
    ///
    /// So its messages speak of the author's own text. If only the showing was at fault the cell runs without it.
    func compile(
        _ cell: Cell, edits: [SourceEdit], after previous: CellModule?, in chapter: Chapter
    ) throws(SessionError) -> Outcome {
        let analysis = CellAnalysis(of: cell.source)
        let problems = analysis.problems.map { $0.diagnostic(in: cell, of: chapter) }
        guard problems.isEmpty else { return .rejected(problems) }
        let module = { (more: [SourceEdit]) in
            CellModule(cell, analysis: analysis, edits: edits + more, after: previous, environment: environment)
        }
        let outcome = try compile(cell, as: module(analysis.showAndWaitEdits), in: chapter)
        guard case .rejected = outcome, analysis.showAndWaitEdits != analysis.waitEdits else { return outcome }
        return try compile(cell, as: module(analysis.waitEdits), in: chapter)
    }
}

extension CellAnalysis.Problem {
    fileprivate func diagnostic(in cell: Cell, of chapter: Chapter) -> Diagnostic {
        let (offset, message, advice) =
            switch self {
            case .asyncLet(let offset):
                (offset, "'async let' cannot stand at the top level of a cell", "write 'let value = await …'")
            case .forAwait(let offset):
                (offset, "'for await' cannot stand at the top level of a cell",
                 "put the loop into an async function and 'await' that")
            }
        let place = CellPlace(
            cell: cell, chapter: chapter, source: EditedSource(cell.source, edits: []), firstLine: 1)
        return Diagnostic(
            severity: .error, message: message, location: place.location(offset: offset),
            notes: [Diagnostic(severity: .note, message: advice, location: nil)])
    }
}
