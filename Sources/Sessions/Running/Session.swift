import Chapters
import Display
import Glibc

/// A living process with the state of the cells that ran, and the compiler that makes more of them.
///
/// State moves on only after a cell succeeded: where a cell may fail and the run goes on all the same, it runs in a
/// copy of the process, and a failure leaves the session as it was before.
public final class Session {
    private let toolchain: Toolchain
    private let compiler: CellCompiler
    private let host: Host
    private var loaded: [(base: UInt, cell: CompiledCell)] = []

    /// Starts the process.
    ///
    /// - Parameter cache: compiled cells of earlier runs; nil to trust none.
    /// - Throws: `SessionError`.
    public init(cache: CellCache? = .standard) throws(SessionError) {
        let installation = try Installation.find()
        toolchain = try Toolchain.find()
        host = try Host(installation: installation)
        compiler = CellCompiler(
            toolchain: toolchain, installation: installation, workFolder: try WorkFolder(for: installation),
            cache: cache)
        try awaitReadiness()
    }

    deinit {
        compiler.workFolder.remove()
    }

    private func awaitReadiness() throws(SessionError) {
        while true {
            for incoming in host.receive(until: nil, interruption: nil) {
                switch incoming {
                case .message(.ready): return
                case .message(.unloadable(let message)): throw .hostDidNotStart(message: message)
                case .gone(let status): throw .hostDidNotStart(message: "it ended at once (\(status))")
                default: break
                }
            }
        }
    }

    /// Runs the cells of a chapter in order.
    ///
    /// - Parameter observer: told what happens while it happens.
    /// - Throws: `SessionError` where a tool fails; what a cell does wrong is in the record.
    public func run(
        _ chapter: Chapter, options: RunOptions, observer: (RunNotice) -> Void
    ) throws(SessionError) -> RunRecord {
        var run = ChapterRun(chapter: chapter, options: options, compiler: compiler)
        defer {
            run.finish()
            compiler.cache?.trim()
        }
        for cell in chapter.cells {
            let record = try run.record(of: cell, in: self, observer)
            run.take(record, of: cell)
            observer(.finished(cell, record))
        }
        return RunRecord(cells: run.records, parameters: options.parameters.map(\.injected))
    }

    /// Runs one compiled cell.
    func execute(
        _ compiled: CompiledCell, of cell: Cell, _ options: RunOptions, inSnapshot: Bool,
        observer: (RunNotice) -> Void
    ) -> (record: CellRecord, sessionIsOver: Bool) {
        let clock = ContinuousClock()
        let start = clock.now
        let timeout = cell.options.timeout ?? options.timeout
        var result = withoutActuallyEscaping(observer) { observer in
            CellExecution(
                host: host, cell: compiled, inSnapshot: inSnapshot,
                deadline: timeout.map { start + .seconds($0) }, interruption: options.interruption,
                notice: { observer(.event(cell, $0)) },
                beat: { observer(.running(cell, seconds: start.duration(to: clock.now) / .seconds(1))) }
            ).run()
        }
        let duration = start.duration(to: clock.now)
        let current = result.base.map { [(base: $0, cell: compiled)] } ?? []
        let callSite = CallSite(toolchain: toolchain, loaded: loaded + current)
        let failure = FailureReader(cell: cell, callSite: callSite, timeout: timeout).failure(of: &result)
        // A cell that failed is not in the process that goes on; another one may come to lie at its address.
        if failure == nil { loaded += current }
        let record = CellRecord(
            status: CellRecord.Status(after: failure), outputs: result.collector.finish(),
            diagnostics: compiled.warnings, failure: failure, duration: duration / .seconds(1))
        return (record, result.sessionIsOver)
    }
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
