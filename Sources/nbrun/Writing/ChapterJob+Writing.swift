import Chapters
import Foundation
import OutputFiles
import Reports
import Sessions

extension ChapterJob {
    /// Writes the reports, and then the run record, which tells what they are of.
    ///
    /// A report that cannot be written keeps no other one from being written: what ran may have taken hours.
    ///
    /// - Returns: the path of the first report, if it was written.
    /// - Throws: `OutputProblems`; what could be written is.
    func write(_ run: FinishedRun) throws(OutputProblems) -> String? {
        let chapter = run.chapter.path
        let recordPath = location.runRecord(of: chapter)
        let earlier = earlierFiles(of: chapter)
        var written = WrittenFiles(beside: recordPath)
        var problems: [any Error] = []
        func attempt(_ work: () throws -> Void) {
            do { try work() } catch { problems.append(error) }
        }
        var shown = run
        if !showsWarnings { shown.record = run.record.withoutWarnings }
        var paths: [String] = []
        for format in formats {
            let report = files(of: shown, as: format)
            attempt {
                try checkAgain(report, of: run.read, earlier)
                for file in report.files { try written.write(file.data, to: file.path) }
                if format == .md { removePictures(of: report, earlier) }
                paths.append(location.report(of: chapter, as: format))
            }
        }
        var recorded = run
        if !problems.isEmpty { recorded.status = max(run.status, .cannotWrite) }
        // A record of nothing is of no use on a disk that takes nothing.
        if !written.files.isEmpty || !problems.contains(where: { $0 is FileProblem }) {
            let record = RunDocument(of: recorded, reports: written.files).json
            attempt { try OutputFile.write(record, to: recordPath) }
        }
        paths.forEach(terminal.result)
        guard problems.isEmpty else { throw OutputProblems(all: problems, status: max(run.status, .cannotWrite)) }
        return paths.first
    }

    private func files(of run: FinishedRun, as format: ReportFormat) -> ReportFiles {
        let path = location.report(of: run.chapter.path, as: format)
        return switch format {
        case .html: .page(of: run, showsTimings: showsTimings, at: path)
        case .ipynb: .notebook(of: run, at: path, warn: terminal.warn)
        case .md: .markdown(of: run, at: path)
        }
    }

    /// A cell or a person may have written there since the run began, and how many figures there are is known only now.
    private func checkAgain(
        _ report: ReportFiles, of read: ReadChapter, _ earlier: EarlierFiles
    ) throws(OutputCollisions) {
        let places = Set(readFiles(of: read, path: read.chapter.path).map(CanonicalPath.of))
        let collisions = report.files.compactMap { file -> OutputCollision? in
            if places.contains(CanonicalPath.of(file.path)) {
                return .read(path: file.path, chapter: read.chapter.path)
            }
            if isForced || RegularFile.contents(of: file.path) == file.data { return nil }
            return OutputCollision(of: file.path, from: earlier.origin(of: file.path))
        }
        guard collisions.isEmpty else { throw OutputCollisions(all: collisions) }
    }

    /// Removes the pictures that an earlier run wrote and this report does not show; whatever else is there stays.
    private func removePictures(of report: ReportFiles, _ earlier: EarlierFiles) {
        guard let text = report.files.last?.path else { return }
        let folder = OutputLocation.figureFolderPath(of: text)
        let shown = Set(report.files.map(\.path))
        for path in earlier.untouched(in: folder) where !shown.contains(path) { unlink(path) }
        rmdir(folder)  // does nothing where files are left
    }

    /// Writes the list of several chapters' reports.
    ///
    /// - Returns: false where it cannot be written.
    func writeIndex(of outcomes: [ChapterOutcome]) -> Bool {
        do {
            let collision = OutputCollision(of: location.index, from: FileOrigin(of: location.index))
            if let collision, !isForced { throw collision }
            let page = Seal.page(IndexPage(entries: outcomes.map(\.indexEntry)).html)
            try OutputFile.write(page, to: location.index)
            terminal.result(location.index)
            return true
        } catch {
            terminal.error("\(error)")
            return false
        }
    }
}
