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
        guard problems.isEmpty else { return .rejected(Rejection(diagnostics: problems)) }
        let compile = { (more: [SourceEdit]) throws(SessionError) in
            let module = CellModule(
                cell, analysis: analysis, edits: edits + more, after: previous, environment: environment.digest)
            return try self.compile(cell, as: module, in: chapter)
        }
        var outcome = try compile(analysis.showAndWaitEdits)
        guard case .rejected(let rejection) = outcome else { return outcome }
        var access = AccessEdits(source: cell.source)
        var next: Rejection? = rejection
        while let rejection = next, access.extend(for: rejection) {
            outcome = try compile(analysis.showAndWaitEdits + access.edits)
            guard case .rejected(let remaining) = outcome else { return outcome }
            next = remaining
        }
        guard analysis.showAndWaitEdits != analysis.waitEdits else { return outcome }
        return try compile(analysis.waitEdits + access.edits)
    }
}

/// The declarations of a cell that have to be public because they fulfil a protocol for an earlier cell's type.
///
/// Which ones is left to the compiler: it names them, and is asked again until it names no more.
struct AccessEdits {
    private let declarations: PublicDeclarations
    private(set) var edits: [SourceEdit] = []

    init(source: String) {
        declarations = PublicDeclarations(of: source)
    }

    /// - Returns: whether the rejection asks for more than there is.
    mutating func extend(for rejection: Rejection) -> Bool {
        let count = edits.count
        for complaint in rejection.complaints {
            if complaint.message.contains("must be declared public because it matches a requirement") {
                add(declarations.edit(at: complaint.offset).map { [$0] } ?? [])
            } else if complaint.message.contains("cannot be declared public because") {
                add(declarations.typeEdits)
            }
        }
        return edits.count > count
    }

    private mutating func add(_ more: [SourceEdit]) {
        edits += more.filter { !edits.contains($0) }
    }
}

extension CellAnalysis.Problem {
    fileprivate func diagnostic(in cell: Cell, of chapter: Chapter) -> Diagnostic {
        let (offset, message, advice) =
            switch self {
            case .asyncLet(let offset):
                (
                    offset, "'async let' cannot stand at the top level of a cell",
                    "write 'let value = await …'"
                )
            case .forAwait(let offset):
                (
                    offset, "'for await' cannot stand at the top level of a cell",
                    "put the loop into an async function and 'await' that"
                )
            }
        let place = CellPlace(
            cell: cell, chapter: chapter, source: EditedSource(cell.source, edits: []), firstLine: 1)
        return Diagnostic(
            severity: .error, message: message, location: place.location(offset: offset),
            notes: [Diagnostic(severity: .note, message: advice, location: nil)])
    }
}
