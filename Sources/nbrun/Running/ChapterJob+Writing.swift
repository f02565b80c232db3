import Chapters
import Foundation
import Reports
import Sessions

extension ChapterJob {
    /// A report in Markdown has a chapter's ending, but must not take its place.
    func checkReports(of chapter: String) throws {
        let source = URL(fileURLWithPath: chapter).resolvingSymlinksInPath()
        for path in formats.map({ location.report(of: chapter, as: $0) })
        where URL(fileURLWithPath: path).resolvingSymlinksInPath() == source {
            throw FileProblem(path: path, problem: "it is the chapter itself")
        }
    }

    /// Writes the reports and the run record.
    ///
    /// - Returns: the path of the first report.
    func write(_ record: RunRecord, from ingredients: RunIngredients, of chapter: Chapter) throws -> String? {
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
        try OutputFile.write(
            RunRecordFile.json(of: record, from: ingredients, chapter: chapter),
            to: location.runRecord(of: chapter.path))
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
