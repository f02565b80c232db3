import Chapters
import Display

/// Decides, cell by cell, what of a chapter runs.
struct ChapterRun {
    private(set) var records: [CellRecord] = []
    private let chapter: Chapter
    private let options: RunOptions
    private let chain: CompilationChain
    /// The module of the last cell that succeeded.
    private var lastModule: CellModule?
    private var isOver = false
    /// The module of the cell that is running, until it is known how that ends.
    private var currentModule: CellModule?

    init(chapter: Chapter, options: RunOptions, compiler: CellCompiler) {
        self.chapter = chapter
        self.options = options
        let parameterCell = chapter.cells.first(where: \.options.isParameters)
        let edits = parameterCell.map { [$0.number: options.parameters.map(\.edit)] } ?? [:]
        chain = CompilationChain(
            compiler: compiler, chapter: chapter, cells: chapter.cells.filter(\.options.eval), edits: edits)
    }

    /// Runs a cell, or says why not.
    mutating func record(
        of cell: Cell, in session: Session, _ observer: (RunNotice) -> Void
    ) throws(SessionError) -> CellRecord {
        guard cell.options.eval else { return CellRecord(status: .notEvaluated) }
        guard !isOver else { return CellRecord(status: .notRun) }
        observer(.started(cell))
        switch try chain.outcome(of: cell) {
        case .rejected(let rejection):
            return CellRecord(status: .failed, diagnostics: rejection.diagnostics)
        case .compiled(let compiled):
            currentModule = compiled.module
            let (record, sessionIsOver) = session.execute(
                compiled, of: cell, options, inSnapshot: goesOn(afterFailureOf: cell), observer: observer)
            if sessionIsOver { isOver = true }
            return record
        }
    }

    /// Draws the consequences of how a cell ended.
    mutating func take(_ record: CellRecord, of cell: Cell) {
        records.append(record)
        defer { currentModule = nil }
        switch record.status {
        case .succeeded:
            lastModule = currentModule
        case .notRun, .notEvaluated:
            break
        case .interrupted:
            isOver = true
        case .failed, .timedOut:
            isOver = isOver || !goesOn(afterFailureOf: cell)
            // A cell that never compiled was never in the chain.
            if !isOver, currentModule != nil { chain.restart(with: cellsToRun(after: cell), after: lastModule) }
        }
        if isOver { chain.cancel() }
    }

    /// Ends the compilations that are still under way.
    func finish() {
        chain.finish()
    }

    private func goesOn(afterFailureOf cell: Cell) -> Bool {
        options.keepGoing || cell.options.error
    }

    private func cellsToRun(after cell: Cell) -> [Cell] {
        chapter.cells.filter { $0.number > cell.number && $0.options.eval }
    }
}
