import Chapters
import Foundation
import OutputFiles
import Sessions

/// Running one chapter after another, each from its text to its report.
struct ChapterJob {
    let settings: [ParameterArgument]
    let location: OutputLocation
    let formats: [ReportFormat]
    let keepGoing: Bool
    let timeout: Double?
    /// Bytes for the states that a session keeps.
    let memoryLimit: Int
    let showsTimings: Bool
    /// Whether a report has the compiler's warnings.
    let showsWarnings: Bool
    let shown: RunView.Options
    let usesCache: Bool
    let explains: Bool
    /// Whether the prose may show images from outside of the chapter's folder.
    let allowsOutside: Bool
    /// Whether files are replaced that nbrun did not write.
    let isForced: Bool
    /// Whether it runs one chapter alone; one of several may be prose only.
    let isOfOneChapter: Bool
    let terminal: Terminal
    let interruption: Int32

    /// Reads, runs and writes a chapter; whatever goes wrong is told at the terminal and in the outcome.
    ///
    /// - Parameter watched: a session to go on with, and to keep for the next run.
    func run(_ path: String, in watched: WatchedChapter? = nil) -> ChapterOutcome {
        defer { if usesCache { tidyCaches() } }
        var outcome = ChapterOutcome(path: path)
        do {
            let file = ChapterFile(path: path, allowsOutside: allowsOutside)
            let read = try file.read(warn: terminal.warn)
            outcome.chapter = read.chapter
            try checkReports(of: read)
            read.chapter.warnings.forEach { terminal.show($0, in: read.chapter) }
            if isOfOneChapter, read.chapter.cells.isEmpty {
                terminal.warn("\(path): the chapter has no cell; a cell begins with a line ```swift")
            }
            guard let run = try finishedRun(of: read, from: file, in: watched) else {
                outcome.isOutdated = true
                return outcome
            }
            outcome.status = run.status
            outcome.report = try write(run)
        } catch let error as ChapterFile.Unreadable {
            terminal.error("\(error)")
            outcome.status = .noChapter
        } catch let error as ChapterFile.WrongKind {
            terminal.error("\(error)")
            outcome.status = .wrongUsage
        } catch let error as ChapterError {
            error.diagnostics.forEach { terminal.show($0, in: error.chapter) }
            outcome.status = .wrongUsage
        } catch let error as ParameterProblem {
            terminal.error("\(error)")
            outcome.status = .wrongUsage
        } catch let error as OutputCollisions {
            error.all.forEach { terminal.error("\($0)") }
            outcome.status = error.status
        } catch let error as OutputProblems {
            error.messages.forEach { terminal.error("\($0)") }
            outcome.status = error.status
        } catch let error as FileProblem {
            terminal.error("\(error)")
            outcome.status = .cannotWrite
        } catch let error as SessionError {
            terminal.error("\(error)")
            if case .cannotWrite = error { outcome.status = .cannotWrite } else { outcome.status = .sessionDied }
        } catch {
            terminal.error("\(error)")
            outcome.status = .sessionDied
        }
        return outcome
    }

    private func tidyCaches() {
        for name in CellCache.standard.takeDamaged() {
            terminal.warn("a compiled cell that was kept is damaged, and was compiled again: \(name)")
        }
        CellCache.standard.tidy()
        TrainingCache.standard.trim()
    }

    /// - Returns: nil for a run that was given up because the watched chapter was saved.
    private func finishedRun(
        of read: ReadChapter, from file: ChapterFile, in watched: WatchedChapter?
    ) throws -> FinishedRun? {
        let chapter = read.chapter
        let (record, ingredients) = try record(of: chapter, in: watched)
        if record.cells.contains(where: { $0.status == .interrupted }), !Interruption.hasCome(on: interruption) {
            return nil
        }
        // A watch runs the newer text next.
        let changes = watched == nil ? read.changes(in: file) : []
        if !changes.isEmpty {
            terminal.warn("\(file.path) has changed since it was read; this run is of what was read:")
            changes.forEach { terminal.progress("    \($0)") }
        }
        let status = RunStatus(of: record, expectsError: { chapter.cells[$0].options.error })
        let refused = status == .cellFailed ? chapter.refusedParameters(of: record) : []
        refused.forEach { terminal.error("\($0)") }
        return FinishedRun(
            read: read, record: record, ingredients: ingredients,
            status: refused.isEmpty ? status : .wrongUsage, changesMeanwhile: changes)
    }

    private func record(of chapter: Chapter, in watched: WatchedChapter?) throws -> (RunRecord, RunIngredients) {
        var options = RunOptions()
        options.keepGoing = keepGoing
        options.timeout = timeout
        options.interruption = interruption
        options.parameters = try ParameterSetting.resolve(settings, in: chapter)
        options.keepsSnapshots = watched != nil
        options.memoryLimit = memoryLimit
        options.savedChapter = watched?.saved
        let folder = FilePath.folder(of: chapter.path)
        let session =
            try watched?.session
            ?? Session(cache: usesCache ? .standard : nil, folder: folder.isEmpty ? nil : folder)
        watched?.session = nil  // a session that fails is not gone on with
        let view = RunView(chapter: chapter, terminal: terminal, options: shown)
        var trace = RunTrace()
        let record = try session.run(chapter, options: options) { notice in
            view.show(notice)
            trace.take(notice)
            watched?.observer(notice)
        }
        let hasFailed = record.cells.contains { $0.failure?.kind.isOfTools == true }
        watched?.session = hasFailed ? nil : session
        let ingredients = RunIngredients(
            of: chapter, options, giving: record, origins: trace.origins, environment: session.environment,
            usesCache: usesCache)
        if explains { explain(ingredients, trace, of: chapter) }
        return (record, ingredients)
    }
}
