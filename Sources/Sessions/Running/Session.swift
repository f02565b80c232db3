import Chapters
import Display
import Glibc

/// A living process with the state of the cells that ran, and the compiler that makes more of them.
///
/// State moves on only after a cell succeeded: where a cell may fail and the run goes on all the same, it runs in a
/// copy of the process, and a failure leaves the session as it was before. A second run, of an edited chapter, goes
/// back to the state before the first cell that is not the same, and runs from there.
public final class Session {
    private let toolchain: Toolchain
    private let installation: Installation
    private let compiler: CellCompiler
    private let folder: String?
    private var host: Host
    private var history: [RanCell] = []
    /// What the cell that has just run changed.
    private var lastEffect: RanCell.Effect?
    private var isOver = false

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
        host = try Host(installation: installation, folder: folder)
        compiler = CellCompiler(
            toolchain: toolchain, installation: installation, workFolder: try WorkFolder(for: installation),
            cache: cache)
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
    /// - Throws: `SessionError` where a tool fails; what a cell does wrong is in the record.
    public func run(
        _ chapter: Chapter, options: RunOptions, observer: (RunNotice) -> Void
    ) throws(SessionError) -> RunRecord {
        let plan = RunPlan(chapter, options)
        try goBack(to: history.commonCount(with: plan.cells.map(plan.key)))
        moveHistory(to: plan.cells, of: chapter)
        var run = ChapterRun(chapter: chapter, plan: plan, compiler: compiler, after: history)
        defer { run.finish() }
        let keptCount = history.count
        for cell in chapter.cells {
            lastEffect = nil
            let record = try run.record(of: cell, in: self, observer)
            let isKept = history.prefix(keptCount).contains { $0.cell.number == cell.number }
            if !isKept, record.hasRun { remember(cell, record, plan) }
            run.take(record, of: cell, effect: lastEffect, sessionIsOver: isOver)
            observer(isKept ? .kept(cell, record) : .finished(cell, record))
        }
        return RunRecord(cells: run.records, parameters: options.parameters.map(\.injected))
    }

    /// Runs one compiled cell.
    func execute(
        _ compiled: CompiledCell, of cell: Cell, _ plan: RunPlan, observer: (RunNotice) -> Void
    ) -> CellRecord {
        let clock = ContinuousClock()
        let start = clock.now
        let timeout = cell.options.timeout ?? plan.options.timeout
        var result = withoutActuallyEscaping(observer) { observer in
            CellExecution(
                host: host, cell: compiled, inSnapshot: plan.needsSnapshot(before: cell),
                deadline: timeout.map { start + .seconds($0) }, interruption: plan.options.interruption,
                notice: { observer(.event(cell, $0)) },
                beat: { observer(.running(cell, seconds: start.duration(to: clock.now) / .seconds(1))) },
                isInVain: { plan.isEnded(at: cell) }
            ).run()
        }
        let duration = start.duration(to: clock.now)
        let current = result.base.map { [(base: $0, cell: compiled)] } ?? []
        let loaded = history.compactMap(\.effect).map { (base: $0.base, cell: $0.compiled) }
        let callSite = CallSite(toolchain: toolchain, loaded: loaded + current)
        let failure = FailureReader(cell: cell, callSite: callSite, timeout: timeout).failure(of: &result)
        // A cell that failed is not in the process that goes on; another one may come to lie at its address.
        if failure == nil, let base = result.base, let process = result.process {
            lastEffect = RanCell.Effect(compiled: compiled, base: base, process: process)
        }
        isOver = result.sessionIsOver
        let collected = result.collector.finish()
        return CellRecord(
            status: CellRecord.Status(after: failure), outputs: collected.outputs, omission: collected.omission,
            diagnostics: compiled.warnings, failure: failure, duration: duration / .seconds(1),
            restored: result.restored)
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
        var kept = history.droppableProcesses(first: host.firstProcess)
        let others = [host.firstProcess] + (history.last { $0.effect != nil }?.effect.map { [$0.process] } ?? [])
        while let oldest = kept.first, SnapshotMemory.exceeds(limit, processes: kept + others) {
            host.drop(oldest)
            for index in history.indices where history[index].effect?.process == oldest {
                history[index].effect?.isKept = false
            }
            kept.removeFirst()
        }
    }
}

// Going back.
extension Session {
    /// Makes the state that of after the first `count` cells of the history, or of fewer where that one is not kept.
    private func goBack(to count: Int) throws(SessionError) {
        guard !isOver, let count = history.restorableCount(atMost: count, first: host.firstProcess) else {
            host = try Host(installation: installation, folder: folder)
            try host.awaitReadiness()
            history = []
            isOver = false
            return
        }
        // From the innermost copy outwards, so that none is left that could still hear what is said next.
        let kept = Set(history[..<count].compactMap(\.effect?.process) + [host.firstProcess])
        let dropped = history.compactMap(\.effect).filter { !$0.isKept }.map(\.process)
        var ended = kept.union(dropped)
        for process in history[count...].reversed().compactMap(\.effect?.process) where ended.insert(process).inserted {
            host.end(process)
            host.awaitEnd(of: process)
        }
        history.removeLast(history.count - count)
    }

    /// Gives the cells of the history their places in the chapter's newest text.
    private func moveHistory(to cells: [Cell], of chapter: Chapter) {
        let shift = LineShift(zip(history, cells).map { (old: $0.cell, new: $1) })
        for index in history.indices {
            history[index].cell = cells[index]
            history[index].record = history[index].record.moved(by: shift)
            history[index].effect?.compiled.place.move(to: cells[index], of: chapter)
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
