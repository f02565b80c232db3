import Chapters
import Display
import Glibc

/// A living process with the state of the cells that ran, and the compiler that makes more of them.
///
/// State moves on only after a cell succeeded: where a cell may fail and the run goes on all the same, it runs in a
/// copy of the process, and a failure leaves the session as it was before. Where no copy can be made, such as while there
/// are other threads, the cells whose state went with a failed one run again before the next. A second run, of an edited
/// chapter, goes back to the state before the first cell that is not the same, and runs from there.
public final class Session {
    private let toolchain: Toolchain
    private let installation: Installation
    private let compiler: CellCompiler
    private let folder: String?
    var host: Host
    var history = SessionHistory()
    /// What the cell that has just run changed.
    var lastEffect: RanCell.Effect?
    /// How the state of the cells that are lost went.
    var loss = StateLoss.failure(nil)
    /// The process is gone; another one is started when there is something to run.
    var isOver = false {
        didSet { if isOver { compiler.workFolder.noteEndOfSession() } }
    }

    /// Starts the process.
    ///
    /// - Parameters:
    ///   - cache: compiled cells of earlier runs; nil to trust none.
    ///   - folder: where every cell begins to run, wherever the one before it went; nil for this process's own.
    /// - Throws: `SessionError`.
    public init(cache: CellCache? = .standard, folder: String? = nil) throws(SessionError) {
        self.folder = folder
        installation = try Installation.find()
        toolchain = try Toolchain.find()
        let workFolder = try WorkFolder(for: installation)
        host = try Host(installation: installation, journal: workFolder.journal, folder: folder)
        compiler = CellCompiler(
            toolchain: toolchain, installation: installation, workFolder: workFolder, cache: cache)
        try host.awaitReadiness()
    }

    /// What its cells are compiled with.
    public var environment: CompilationEnvironment { compiler.environment }

    deinit {
        compiler.workFolder.remove()
    }

    /// Runs the cells of a chapter in order, those apart that ran already and are the same.
    ///
    /// - Parameter observer: told what happens while it happens.
    /// - Throws: `SessionError` where the session cannot be had; what fails later, be it a tool, is in the record.
    public func run(
        _ chapter: Chapter, options: RunOptions, observer: (RunNotice) -> Void
    ) throws(SessionError) -> RunRecord {
        let plan = RunPlan(chapter, options)
        let repetition = try goBack(for: plan)
        if let (cells, obstacle, holder) = repetition { observer(.goingFurtherBack(cells, obstacle, of: holder)) }
        moveHistory(to: plan.cells, of: chapter)
        var run = ChapterRun(chapter: chapter, plan: plan, compiler: compiler, after: history.cells)
        defer { run.finish() }
        let kept = Set(history.cells.map(\.cell.number))
        for cell in chapter.cells {
            lastEffect = nil
            let record = record(of: cell, in: &run, observer)
            let isKept = kept.contains(cell.number)
            if !isKept, record.hasRun { remember(cell, record, plan) }
            run.take(record, of: cell, effect: lastEffect)
            observer(isKept ? .kept(cell, record) : .finished(cell, record))
        }
        return RunRecord(cells: run.records, parameters: options.parameters.map(\.injected))
    }

    /// Runs a cell, or says why not; what cells before it gave is reported also where a tool fails.
    private func record(of cell: Cell, in run: inout ChapterRun, _ observer: (RunNotice) -> Void) -> CellRecord {
        do throws(SessionError) {
            return try run.record(of: cell, in: self, observer)
        } catch {
            endSession()
            let failure = Failure(kind: error.isForWantOfRoom ? .noRoom : .tools, message: "\(error)", location: nil)
            return CellRecord(status: .failed, failure: failure)
        }
    }

    /// Runs one compiled cell, after those whose state is lost.
    func execute(
        _ compiled: CompiledCell, of cell: Cell, _ plan: RunPlan, observer: (RunNotice) -> Void
    ) throws(SessionError) -> CellRecord {
        try compiler.workFolder.requireWhole()
        for _ in 1...Self.mostTries {
            if let failure = try runLostCells(before: cell, plan, observer) {
                let status: CellRecord.Status = failure.kind == .interrupt ? .interrupted : .failed
                return CellRecord(status: status, failure: failure)
            }
            guard history.lost.isEmpty else { continue }
            let isEnded = { plan.isEnded(at: cell) }
            if let record = perform(compiled, of: cell, plan, isEnded: isEnded, observer: observer) { return record }
        }
        endSession()
        return CellRecord(status: .failed, failure: .endless(before: cell))
    }

    /// How often a state is made again that ends by itself before the next cell.
    private static let mostTries = 3

    /// Runs a cell on the state that there is.
    ///
    /// - Parameter isEnded: whether going on is in vain.
    /// - Returns: nil if it did not run, since that state has ended by itself; what is lost with it is noted.
    func perform(
        _ compiled: CompiledCell, of cell: Cell, _ plan: RunPlan, isEnded: () -> Bool,
        observer: (RunNotice) -> Void
    ) -> CellRecord? {
        guard host.isReachable else {
            loseSession()
            return nil
        }
        let clock = ContinuousClock()
        let start = clock.now
        let timeout = cell.options.timeout ?? plan.options.timeout
        var result = withoutActuallyEscaping(observer) { observer in
            withoutActuallyEscaping(isEnded) { isEnded in
                CellExecution(
                    host: host, cell: compiled, inSnapshot: plan.needsSnapshot(before: cell),
                    newest: history.newestProcess(first: host.firstProcess),
                    deadline: timeout.map { start + .seconds($0) }, interruption: plan.options.interruption,
                    notice: { observer(.event(cell, $0)) }, print: { observer(.printed(cell, $0, $1)) },
                    beat: { observer(.running(cell, seconds: start.duration(to: clock.now) / .seconds(1))) },
                    isInVain: isEnded
                ).run()
            }
        }
        if case .elsewhere(let process) = result.end {
            history.loseAll(after: process)
            loss = .ended
            return nil
        }
        let duration = start.duration(to: clock.now)
        let current = result.base.map { [(base: $0, cell: compiled)] } ?? []
        let loaded = history.cells.compactMap(\.effect).map { (base: $0.base, cell: $0.compiled) }
        let callSite = CallSite(toolchain: toolchain, loaded: loaded + current)
        let failure = FailureReader(cell: cell, callSite: callSite, timeout: timeout).failure(of: &result)
        take(result, of: compiled, failed: failure != nil)
        let collected = result.collector.finish()
        return CellRecord(
            status: CellRecord.Status(after: failure), outputs: collected.outputs, omission: collected.omission,
            diagnostics: compiled.warnings, failure: failure, duration: duration / .seconds(1),
            restored: result.restored)
    }

    /// Gives up a session that cannot be spoken with.
    private func loseSession() {
        isOver = true
        history.loseAll()
        loss = .ended
    }

    /// Draws the consequences for the state.
    private func take(_ result: CellExecution.Result, of compiled: CompiledCell, failed: Bool) {
        loss = .failure(result.obstacle)
        isOver = result.sessionIsOver
        // A cell that failed is not in the process that goes on; another one may come to lie at its address.
        if !failed, let base = result.base, let process = result.process {
            lastEffect = RanCell.Effect(
                compiled: compiled, base: base, process: process, obstacle: result.obstacle)
        }
        if isOver {
            history.loseAll()
        } else if let process = result.endedProcess {
            history.lose(process, first: host.firstProcess)
        }
    }

    private func remember(_ cell: Cell, _ record: CellRecord, _ plan: RunPlan) {
        let isSettled =
            record.status == .succeeded || (record.status != .interrupted && plan.goesOn(afterFailureOf: cell))
        history.append(
            RanCell(key: plan.key(of: cell), cell: cell, record: record, effect: lastEffect, isSettled: isSettled))
        if let limit = plan.options.memoryLimit { dropStates(beyond: limit) }
    }

    /// Gives up the oldest states until the rest takes no more memory than the limit; the newest one always stays.
    private func dropStates(beyond limit: Int) {
        guard !isOver else { return }
        var kept = history.cells.droppableProcesses(first: host.firstProcess)
        let others = [host.firstProcess] + (history.cells.last { $0.effect != nil }?.effect.map { [$0.process] } ?? [])
        while let oldest = kept.first, SnapshotMemory.exceeds(limit, processes: kept + others) {
            guard host.drop(oldest) else { return loseSession() }
            for index in history.cells.indices where history.cells[index].effect?.process == oldest {
                history.cells[index].effect?.isKept = false
            }
            kept.removeFirst()
        }
    }
}

// Going back.
extension Session {
    /// Goes back to where the history is the same as what is to run.
    ///
    /// - Returns: the cells that are the same and run once more all the same, what kept their states from being kept, and
    ///   which cell that is of; nil where there are none, or the states were given up.
    private func goBack(for plan: RunPlan) throws(SessionError) -> ([Cell], SnapshotObstacle, of: Cell)? {
        let ran = history.cells + history.lost
        let common = ran.commonCount(with: plan.cells.map(plan.key))
        try goBack(to: min(common, history.cells.count))
        let kept = history.cells.count
        guard kept < common, let (index, obstacle) = ran.firstObstacle(behind: kept, atLast: loss) else { return nil }
        return (Array(plan.cells[kept..<common]), obstacle, of: plan.cells[min(index, common - 1)])
    }

    /// Makes the state that of after the first `count` cells of the history, or of fewer where that one is not kept.
    private func goBack(to count: Int) throws(SessionError) {
        // What is lost runs as cells do that never ran.
        _ = history.takeLost()
        guard !isOver, let count = history.cells.restorableCount(atMost: count, first: host.firstProcess) else {
            history = SessionHistory()
            return try startHost()
        }
        let cells = history.cells
        // From the innermost copy outwards, so that none is left that could still hear what is said next.
        let kept = Set(cells[..<count].compactMap(\.effect?.process) + [host.firstProcess])
        let dropped = cells.compactMap(\.effect).filter { !$0.isKept }.map(\.process)
        var ended = kept.union(dropped)
        for process in cells[count...].reversed().compactMap(\.effect?.process) where ended.insert(process).inserted {
            host.end(process)
            guard host.awaitEnd(of: process) else {
                history = SessionHistory()
                return try startHost()
            }
        }
        history.cells.removeLast(cells.count - count)
    }

    func startHost() throws(SessionError) {
        host = try Host(installation: installation, journal: compiler.workFolder.journal, folder: folder)
        try host.awaitReadiness()
        isOver = false
    }

    /// Gives the cells of the history their places in the chapter's newest text.
    private func moveHistory(to cells: [Cell], of chapter: Chapter) {
        let shift = LineShift(zip(history.cells, cells).map { (old: $0.cell, new: $1) })
        for index in history.cells.indices {
            history.cells[index].cell = cells[index]
            history.cells[index].record = history.cells[index].record.moved(by: shift)
            history.cells[index].effect?.compiled.place.move(to: cells[index], of: chapter)
        }
    }
}

extension CellRecord {
    fileprivate var hasRun: Bool { status != .notRun && status != .notEvaluated }
}

extension CellRecord.Status {
    fileprivate init(after failure: Failure?) {
        switch failure?.kind {
        case nil: self = .succeeded
        case .timeout: self = .timedOut
        case .interrupt: self = .interrupted
        default: self = .failed
        }
    }
}
