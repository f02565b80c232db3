import Chapters

extension CellCompiler {
    /// Compiles a cell so that it shows its values and serves later cells; what the compiler rejects, it is asked again in
    /// the forms that may help.
    func compile(
        _ cell: Cell, edits: [SourceEdit], after previous: CellModule?, in chapter: Chapter, unless isCancelled: Flag
    ) throws(SessionError) -> Outcome {
        let analysis = CellAnalysis(of: cell.source)
        let imports = previous?.imports ?? []
        let included = cell.included.map { IncludedSource($0, after: imports) }
        let problems =
            included.flatMap(\.problems) + analysis.problems.map { $0.diagnostic(in: cell, of: chapter) }
            + HiddenModules.problems(of: analysis, in: cell, of: chapter)
            + problemsOfMembers(of: analysis, included, in: cell, of: chapter, after: previous)
        guard problems.isEmpty else { return .rejected(Rejection(diagnostics: problems)) }
        if let fault = try self.fault(of: included, of: cell, after: previous, in: chapter) { return fault }
        let positions = analysis.positions.map { $0.edit(in: cell, of: chapter) }
        let form = CellForm(
            cell, analysis, included: included,
            edits: edits + positions + HiddenModules.denials(in: analysis)
                + analysis.imports.compactMap { $0.edit(after: imports) }, after: previous)
        return try compile(form, after: previous, in: chapter, unless: isCancelled)
    }

    private func problemsOfMembers(
        of analysis: CellAnalysis, _ included: [IncludedSource], in cell: Cell, of chapter: Chapter,
        after previous: CellModule?
    ) -> [Diagnostic] {
        let earlier = EarlierConformances(of: previous?.chain ?? [], in: chapter)
        let place = CellPlace(cell: cell, chapter: chapter, source: EditedSource(cell.source, edits: []), firstLine: 1)
        let members = previous?.chain.last?.members ?? MemberSignatures()
        return included.flatMap {
            earlier.problems(of: $0.analysis, placing: $0.location(offset:))
                + members.problems(of: $0.analysis, placing: $0.location(offset:))
        } + earlier.problems(of: analysis, placing: place.location(offset:))
            + members.problems(of: analysis, placing: place.location(offset:))
    }

    private func compile(
        _ first: CellForm, after previous: CellModule?, in chapter: Chapter, unless isCancelled: Flag
    ) throws(SessionError) -> Outcome {
        var form = first
        var module = CellModule(form, after: previous, file: chapter.fileNameInSwift, environment: environment.digest)
        var outcome = try compile(form.cell, as: module, in: chapter)
        for remedy in Remedy.allCases {
            // A compiler that was ended has rejected nothing.
            while case .rejected(let rejection) = outcome, !isCancelled.isRaised, !rejection.isFinal,
                let next = form.applying(remedy, to: rejection, of: module)
            {
                let changed = CellModule(
                    next, after: previous, file: chapter.fileNameInSwift, environment: environment.digest)
                let attempt = try compile(form.cell, as: changed, in: chapter)
                if case .rejected = attempt, remedy.isTentative { break }
                (form, module, outcome) = (next, changed, attempt)
            }
        }
        return outcome
    }

    /// What the compiler says of an included file that has a syntax error: asked without the cell, into which a brace
    /// that is left open would reach.
    private func fault(
        of included: [IncludedSource], of cell: Cell, after previous: CellModule?, in chapter: Chapter
    ) throws(SessionError) -> Outcome? {
        guard let broken = included.firstIndex(where: \.analysis.hasSyntaxError) else { return nil }
        let form = CellForm(onlyIncluded: Array(included[...broken]), of: cell, after: previous)
        let module = CellModule(
            form, after: previous, file: chapter.fileNameInSwift, environment: environment.digest)
        guard case .rejected(let rejection) = try compile(cell, as: module, in: chapter) else { return nil }
        return .rejected(rejection)
    }
}

extension MemberSignatures {
    /// The members of a text that would stand beside those of earlier cells.
    ///
    /// - Parameter location: gives the author's place for a UTF-8 offset.
    fileprivate func problems(
        of analysis: CellAnalysis, placing location: (Int) -> SourceLocation
    ) -> [Diagnostic] {
        redefined(by: analysis.members).map { member in
            let place = location(member.offset)
            return Diagnostic(
                severity: .error,
                message:
                    "'\(member.member)' of '\(member.type)' gives '\(member.earlierResult)' by an earlier cell, and would "
                    + "go on to do so where '\(member.laterResult)' does not fit",
                location: SourceLocation(
                    file: place.file, line: place.line, column: place.column, length: member.member.count),
                notes: [
                    Diagnostic(
                        severity: .note, message: "change the earlier cell, or give this one another name",
                        location: nil)
                ])
        }
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
