import Chapters

extension CellCompiler {
    /// Compiles a cell so that it shows its values; what the compiler rejects, it is asked again as the author wrote it.
    ///
    /// So its messages speak of the author's own text. If only the showing was at fault the cell runs without it. What is
    /// rejected with some of the earlier modules closed is first asked with all of them open.
    func compile(
        _ cell: Cell, edits: [SourceEdit], after previous: CellModule?, in chapter: Chapter, unless isCancelled: Flag
    ) throws(SessionError) -> Outcome {
        let analysis = CellAnalysis(of: cell.source)
        let included = cell.included.map(IncludedSource.init)
        let problems =
            included.flatMap(\.problems) + analysis.problems.map { $0.diagnostic(in: cell, of: chapter) }
            + HiddenModules.problems(of: analysis, in: cell, of: chapter)
        guard problems.isEmpty else { return .rejected(Rejection(diagnostics: problems)) }
        if let fault = try self.fault(of: included, of: cell, after: previous, in: chapter) { return fault }
        let earlier = previous?.imports ?? []
        let edits =
            edits + analysis.positions.map { $0.edit(in: cell, of: chapter) }
            + analysis.imports.compactMap { $0.edit(after: earlier) }
        var access = AccessEdits(of: included.map(\.file.text) + [cell.source], included.map(\.analysis) + [analysis])
        let module = { (more: [SourceEdit], access: AccessEdits, opensAll: Bool, initializes: Bool) in
            CellModule(
                cell, analysis: analysis,
                included: zip(included, access.edits).map { file, edits in
                    file.adding(edits + file.analysis.imports.compactMap { $0.edit(after: earlier) })
                },
                file: chapter.fileNameInSwift, edits: edits + more + access.edits[included.count], after: previous,
                environment: environment.digest, isVisible: access.areMade, replaces: !opensAll, opensAll: opensAll,
                initializesEarlierStructs: initializes)
        }
        let first = module(analysis.showAndWaitEdits, access, false, false)
        var outcome = try compile(cell, as: first, in: chapter)
        // A compiler that was ended has rejected nothing.
        if case .rejected = outcome, !first.opensAll || first.replacesFunctions, !isCancelled.isRaised {
            outcome = try compile(cell, as: module(analysis.showAndWaitEdits, access, true, false), in: chapter)
        }
        while case .rejected(let rejection) = outcome, !isCancelled.isRaised, access.extend(for: rejection) {
            outcome = try compile(cell, as: module(analysis.showAndWaitEdits, access, true, false), in: chapter)
        }
        // `try?` is the one thing that Swift 4 takes differently without a word: a value that is optional twice.
        if case .rejected(let rejection) = outcome, !isCancelled.isRaised, previous != nil,
            rejection.asksForDelegation, !cell.source.contains("try?")
        {
            let older = try compile(cell, as: module(analysis.showAndWaitEdits, access, true, true), in: chapter)
            if case .compiled = older { return older }
        }
        if case .rejected = outcome, !isCancelled.isRaised, analysis.showAndWaitEdits != analysis.waitEdits {
            outcome = try compile(cell, as: module(analysis.waitEdits, access, true, false), in: chapter)
        }
        if case .rejected(let rejection) = outcome, !isCancelled.isRaised, access.mayCause(rejection) {
            outcome = try compile(cell, as: module(analysis.waitEdits, access.removed, true, false), in: chapter)
        }
        return outcome
    }

    /// What the compiler says of an included file that has a syntax error: asked without the cell, into which a brace
    /// that is left open would reach.
    private func fault(
        of included: [IncludedSource], of cell: Cell, after previous: CellModule?, in chapter: Chapter
    ) throws(SessionError) -> Outcome? {
        guard let broken = included.firstIndex(where: \.analysis.hasSyntaxError) else { return nil }
        let module = CellModule(
            cell, analysis: CellAnalysis(of: ""), included: Array(included[...broken]),
            file: chapter.fileNameInSwift, edits: [], after: previous,
            environment: environment.digest, holdsCell: false)
        guard case .rejected(let rejection) = try compile(cell, as: module, in: chapter) else { return nil }
        return .rejected(rejection)
    }
}

extension CellAnalysis.Problem {
    fileprivate func diagnostic(in cell: Cell, of chapter: Chapter) -> Diagnostic {
        let place = CellPlace(
            cell: cell, chapter: chapter, source: EditedSource(cell.source, edits: []), firstLine: 1)
        return diagnostic(placing: place.location(offset:))
    }

    /// - Parameter location: gives the author's place for a UTF-8 offset.
    func diagnostic(placing location: (Int) -> SourceLocation) -> Diagnostic {
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
        return Diagnostic(
            severity: .error, message: message, location: location(offset),
            notes: [Diagnostic(severity: .note, message: advice, location: nil)])
    }
}
