import Chapters
import Display

/// Decides, cell by cell, what of a chapter runs.
struct ChapterRun {
    private(set) var records: [CellRecord] = []
    private let chapter: Chapter
    private let plan: RunPlan
    private let chain: CompilationChain
    /// The records of cells that need not run again, by number.
    private let kept: [Int: CellRecord]
    /// The module of the last cell that succeeded.
    private var lastModule: CellModule?
    private var isOver = false

    /// - Parameter history: the cells that the session has run already, and that are the same in this chapter.
    init(chapter: Chapter, plan: RunPlan, compiler: CellCompiler, after history: [RanCell]) {
        self.chapter = chapter
        self.plan = plan
        kept = Dictionary(uniqueKeysWithValues: history.map { ($0.cell.number, $0.record) })
        lastModule = history.last { $0.effect != nil }?.effect?.compiled.module
        chain = CompilationChain(
            compiler: compiler, chapter: chapter, cells: Array(plan.cells.dropFirst(history.count)),
            edits: plan.edits, after: lastModule)
    }

    /// Runs a cell, or says why not.
    mutating func record(
        of cell: Cell, in session: Session, _ observer: (RunNotice) -> Void
    ) throws(SessionError) -> CellRecord {
        if let record = kept[cell.number] { return record }
        guard cell.options.eval else { return CellRecord(status: .notEvaluated) }
        guard !isOver else { return CellRecord(status: .notRun) }
        observer(.started(cell))
        guard let outcome = try chain.outcome(of: cell, unless: { [plan] in plan.isEnded(at: cell) }) else {
            let failure = Failure(kind: .interrupt, message: "interrupted while it was compiled", location: nil)
            return CellRecord(status: .interrupted, failure: failure)
        }
        if let origin = outcome.origin { observer(.compiled(cell, origin)) }
        switch outcome {
        case .rejected(let rejection):
            return CellRecord(status: .failed, diagnostics: rejection.diagnostics)
        case .compiled(let compiled):
            return try session.execute(compiled, of: cell, plan, observer: observer)
        }
    }

    /// Draws the consequences of how a cell ended.
    mutating func take(_ record: CellRecord, of cell: Cell, effect: RanCell.Effect?) {
        records.append(record)
        guard kept[cell.number] == nil else { return }
        switch record.status {
        case .succeeded:
            lastModule = effect?.compiled.module
        case .notRun, .notEvaluated:
            break
        case .interrupted:
            isOver = true
        case .failed, .timedOut:
            isOver = isOver || record.failure?.kind.endsTheRun == true || !plan.goesOn(afterFailureOf: cell)
            if !isOver { chain.takeOut(cell, goingOnWith: plan.cells(after: cell), after: lastModule) }
        }
        if isOver { chain.cancel() }
    }

    /// Ends the compilations that are still under way.
    func finish() {
        chain.finish()
    }
}

/// What a run of a chapter is made of: which cells, with which edits, and when it goes on after a failure.
struct RunPlan {
    /// The cells that are to run.
    let cells: [Cell]
    /// Parameters that are set, by cell number.
    let edits: [Int: [SourceEdit]]
    let options: RunOptions
    /// Where those cells stand that speak of it.
    let mentionedLines: MentionedLines

    init(_ chapter: Chapter, _ options: RunOptions) {
        self.options = options
        cells = chapter.cells.filter(\.options.eval)
        mentionedLines = MentionedLines(of: cells)
        let parameterCell = chapter.cells.first(where: \.options.isParameters)
        edits = parameterCell.map { [$0.number: options.parameters.map(\.edit)] } ?? [:]
    }

    func goesOn(afterFailureOf cell: Cell) -> Bool {
        options.keepGoing || cell.options.error
    }

    /// Whether the state before the cell has to outlive it.
    func needsSnapshot(before cell: Cell) -> Bool {
        options.keepsSnapshots || goesOn(afterFailureOf: cell)
    }

    func cells(after cell: Cell) -> [Cell] {
        cells.filter { $0.number > cell.number }
    }

    func key(of cell: Cell) -> CellKey {
        CellKey(
            cell, edits: edits[cell.number] ?? [], line: mentionedLines.line(of: cell),
            goesOnAfterFailure: goesOn(afterFailureOf: cell))
    }

    /// Whether a person wants the run to end, or what is saved by now gives another result up to this cell.
    func isEnded(at cell: Cell) -> Bool {
        if let interruption = options.interruption, Interruption.hasCome(on: interruption) { return true }
        guard let saved = options.savedChapter?() else { return false }
        return !begins(like: RunPlan(saved, options), upTo: cell)
    }

    /// Whether the other plan has the same cells up to this one, by all that a result depends on: a caption, a label or
    /// another option of presentation may differ. A time limit counts for the cell that it may still end.
    func begins(like other: RunPlan, upTo cell: Cell) -> Bool {
        let own = cells.filter { $0.number <= cell.number }
        let others = other.cells.prefix(own.count)
        return others.count == own.count && zip(own, others).allSatisfy { key(of: $0) == other.key(of: $1) }
            && own.last?.options.timeout == others.last?.options.timeout
    }
}
