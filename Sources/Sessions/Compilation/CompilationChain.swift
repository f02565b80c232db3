import Chapters
import Dispatch

/// Compiles the cells of a chapter ahead of their run, each on the modules of those before it.
///
/// A cell is compiled as soon as the interface of the one before is there, while the code of that one is still made and
/// linked. The chain holds the cells that are to run. When one of them fails and the run goes on, its module leaves the
/// chain: what was compiled on top of it is compiled again.
final class CompilationChain {
    private let compiler: CellCompiler
    private let chapter: Chapter
    private let edits: [Int: [SourceEdit]]
    private let compilation = DispatchQueue(label: "nbrun.compilation")
    private let linking = DispatchQueue(label: "nbrun.linking")
    private var compiled: [Int: Promise<Compiled>] = [:]
    private var linked: [Int: Promise<Linked>] = [:]
    private var isCancelled = Flag()

    typealias Linked = Result<CellCompiler.Outcome, SessionError>

    /// What a cell's compilation hands on to the next one's.
    private struct Compiled: Sendable {
        let outcome: Linked
        /// The last module that compiled.
        let end: CellModule?
    }

    /// - Parameters:
    ///   - edits: parameters set, by cell number.
    ///   - module: what the first of the cells is compiled on, if not on the Prelude alone.
    init(
        compiler: CellCompiler, chapter: Chapter, cells: [Cell], edits: [Int: [SourceEdit]], after module: CellModule?
    ) {
        self.compiler = compiler
        self.chapter = chapter
        self.edits = edits
        compileAhead(cells, after: module)
    }

    /// Waits for a cell's compilation.
    ///
    /// - Parameter isInVain: asked a few times a second; if it is, the compiler is ended.
    /// - Returns: nil if it is in vain.
    func outcome(of cell: Cell, unless isInVain: () -> Bool) throws(SessionError) -> CellCompiler.Outcome? {
        let promise = linked[cell.number]!
        while !promise.isThere(within: Self.patience) {
            guard isInVain() else { continue }
            cancel()
            compiler.abandon()
            return nil
        }
        return try promise.wait().get()
    }

    private static let patience = DispatchTimeInterval.milliseconds(100)

    /// Takes a cell that failed out of the chain: later ones are compiled again without it, if they were compiled on it.
    func takeOut(_ cell: Cell, goingOnWith cells: [Cell], after module: CellModule?) {
        guard case .success(.compiled) = compiled[cell.number]!.wait().outcome else { return }
        cancel()
        compileAhead(cells, after: module)
    }

    /// Lets no further compilation begin.
    func cancel() {
        isCancelled.raise()
        isCancelled = Flag()
    }

    /// Cancels, and waits for what is under way.
    func finish() {
        cancel()
        compilation.sync {}
        linking.sync {}
    }

    private func compileAhead(_ cells: [Cell], after module: CellModule?) {
        var previous: Promise<Compiled>?
        var (last, lastButOne): (Promise<Linked>?, Promise<Linked>?)
        for cell in cells {
            let promise = compile(cell, after: previous, or: module, once: lastButOne)
            let compiler = compiler
            (last, lastButOne) = (
                Promise(on: linking) {
                    Linked { () throws(SessionError) in try compiler.link(try promise.wait().outcome.get()) }
                }, last
            )
            compiled[cell.number] = promise
            linked[cell.number] = last
            previous = promise
        }
    }

    /// - Parameter finished: what is waited for, so that no more than two compilers are at work.
    private func compile(
        _ cell: Cell, after previous: Promise<Compiled>?, or module: CellModule?, once finished: Promise<Linked>?
    ) -> Promise<Compiled> {
        let (isCancelled, compiler, chapter, edits) = (isCancelled, compiler, chapter, edits[cell.number] ?? [])
        return Promise(on: compilation) {
            _ = finished?.wait()
            let end = previous.map { $0.wait().end } ?? module
            if isCancelled.isRaised { return Compiled(outcome: .success(.rejected(Rejection())), end: end) }
            let outcome = Linked { () throws(SessionError) in
                try compiler.compile(cell, edits: edits, after: end, in: chapter, unless: isCancelled)
            }
            guard case .success(.compiled(let compiled)) = outcome else { return Compiled(outcome: outcome, end: end) }
            return Compiled(outcome: outcome, end: compiled.module)
        }
    }
}
