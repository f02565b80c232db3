import Chapters
import Foundation
import OutputFiles
import Reports
import Sessions

extension ChapterJob {
    /// Finds out before a run whether its reports can be written: nobody wants to lose a training for a wrong path.
    ///
    /// A report in Markdown has a chapter's ending, but must not take its place.
    func checkReports(of chapter: String) throws {
        let source = URL(fileURLWithPath: chapter).resolvingSymlinksInPath()
        for path in formats.map({ location.report(of: chapter, as: $0) })
        where URL(fileURLWithPath: path).resolvingSymlinksInPath() == source {
            throw FileProblem(path: path, problem: "it is the chapter itself")
        }
        let reports = formats.map { location.report(of: chapter, as: $0) }
        for path in reports + [location.runRecord(of: chapter)] { try OutputFile.probe(path) }
    }

    /// Writes the reports, and then the run record, which tells what they are of.
    ///
    /// - Returns: the path of the first report.
    func write(_ run: FinishedRun) throws -> String? {
        let recordPath = location.runRecord(of: run.chapter.path)
        var written = WrittenFiles(beside: recordPath)
        for format in formats {
            try write(run, as: format, to: location.report(of: run.chapter.path, as: format), &written)
        }
        try OutputFile.write(RunRecordFile.json(of: run, reports: written.files), to: recordPath)
        let paths = formats.map { location.report(of: run.chapter.path, as: $0) }
        paths.forEach(terminal.result)
        return paths.first
    }

    private func write(
        _ run: FinishedRun, as format: ReportFormat, to path: String, _ written: inout WrittenFiles
    ) throws {
        switch format {
        case .html:
            let report = Report(chapter: run.chapter, run: run.record, showsTimings: showsTimings)
            try written.write(report.html, to: path)
        case .ipynb:
            let pictures = DrawingRasterizer(warn: terminal.warn)
            let report = NotebookReport(
                chapter: run.chapter, run: run.record, images: run.read.proseImages,
                data: { run.read.notebookData(of: $0, drawing: pictures.base64) }, picture: pictures.base64)
            try written.write(report.text, to: path)
        case .md:
            try MarkdownReportFiles.write(run, to: path, &written)
        }
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
