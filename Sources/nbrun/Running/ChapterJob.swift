import Chapters
import Foundation
import Reports
import Sessions

/// Running one chapter after another, each from its text to its report.
struct ChapterJob {
    let settings: [ParameterArgument]
    let location: OutputLocation
    let formats: [ReportFormat]
    let keepGoing: Bool
    let timeout: Double?
    let showsTimings: Bool
    let usesCache: Bool
    let terminal: Terminal
    let interruption: Int32

    /// Reads, runs and writes a chapter; whatever goes wrong is told at the terminal and in the outcome.
    ///
    /// - Parameter watched: a session to go on with, and to keep for the next run.
    func run(_ path: String, in watched: WatchedChapter? = nil) -> ChapterOutcome {
        var outcome = ChapterOutcome(path: path)
        do {
            try checkReports(of: path)
            let chapter = try ChapterFile(path: path).read(warn: terminal.warn)
            outcome.chapter = chapter
            chapter.warnings.forEach { terminal.show($0, in: chapter) }
            let record = try record(of: chapter, in: watched)
            outcome.status = RunStatus(of: record, expectsError: { chapter.cells[$0].options.error })
            outcome.report = try write(record, of: chapter)
        } catch let error as ChapterFile.Unreadable {
            terminal.error("\(error)")
            outcome.status = .noChapter
        } catch let error as ChapterError {
            error.diagnostics.forEach { terminal.show($0, in: error.chapter) }
            outcome.status = .wrongUsage
        } catch let error as ParameterProblem {
            terminal.error("\(error)")
            outcome.status = .wrongUsage
        } catch let error as FileProblem {
            terminal.error("\(error)")
            outcome.status = .cannotWrite
        } catch {
            terminal.error("\(error)")
            outcome.status = .sessionDied
        }
        return outcome
    }

    private func record(of chapter: Chapter, in watched: WatchedChapter?) throws -> RunRecord {
        var options = RunOptions()
        options.keepGoing = keepGoing
        options.timeout = timeout
        options.interruption = interruption
        options.parameters = try ParameterSetting.resolve(settings, in: chapter)
        options.keepsSnapshots = watched != nil
        if let watched { options.isOutdated = { watched.isOutdated($0, of: chapter) } }
        let session = try watched?.session ?? Session(cache: usesCache ? .standard : nil)
        watched?.session = nil  // a session that fails is not gone on with
        defer { if usesCache { TrainingCache.standard.trim() } }
        let view = RunView(chapter: chapter, terminal: terminal)
        let record = try session.run(chapter, options: options) { notice in
            view.show(notice)
            watched?.observer(notice)
        }
        watched?.session = session
        return record
    }

    /// A report in Markdown has a chapter's ending, but must not take its place.
    private func checkReports(of chapter: String) throws {
        let source = URL(fileURLWithPath: chapter).resolvingSymlinksInPath()
        for path in formats.map({ location.report(of: chapter, as: $0) })
        where URL(fileURLWithPath: path).resolvingSymlinksInPath() == source {
            throw FileProblem(path: path, problem: "it is the chapter itself")
        }
    }

    /// Writes the reports and the run record.
    ///
    /// - Returns: the path of the first report.
    private func write(_ record: RunRecord, of chapter: Chapter) throws -> String? {
        for format in formats {
            let path = location.report(of: chapter.path, as: format)
            switch format {
            case .html:
                try OutputFile.write(Report(chapter: chapter, run: record, showsTimings: showsTimings).html, to: path)
            case .ipynb:
                let pictures = DrawingRasterizer(warn: terminal.warn)
                try OutputFile.write(
                    NotebookReport(chapter: chapter, run: record, picture: pictures.base64).text, to: path)
            case .md: try MarkdownReportFiles.write(record, of: chapter, to: path)
            }
        }
        try OutputFile.write(RunRecordFile.json(of: record, chapter: chapter), to: location.runRecord(of: chapter.path))
        let paths = formats.map { location.report(of: chapter.path, as: $0) }
        paths.forEach(terminal.result)
        return paths.first
    }

    /// Writes the list of several chapters' reports.
    func writeIndex(of outcomes: [ChapterOutcome]) {
        do {
            try OutputFile.write(IndexPage(entries: outcomes.map(\.indexEntry)).html, to: location.index)
            terminal.result(location.index)
        } catch {
            terminal.error("\(error)")
        }
    }
}

/// What became of one chapter.
struct ChapterOutcome {
    let path: String
    var status = RunStatus.succeeded
    var chapter: Chapter?
    /// The path of the report, if there is one.
    var report: String?
}
