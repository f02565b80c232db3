import Chapters
import Foundation
import Reports

/// A report in Markdown with the figures beside it.
enum MarkdownReportFiles {
    /// Writes the figures first, so that the text never shows one that is not there; figures that an earlier run left
    /// behind are removed.
    static func write(
        _ record: RunRecord, of chapter: Chapter, to path: String, _ written: inout WrittenFiles
    ) throws {
        let name = OutputLocation.figureFolder(of: path)
        let folder = ((path as NSString).deletingLastPathComponent as NSString).appendingPathComponent(name)
        let report = MarkdownReport(chapter: chapter, run: record, figureFolder: name)
        for figure in report.figures {
            try written.write(figure.text, to: (folder as NSString).appendingPathComponent(figure.name))
        }
        try written.write(report.text, to: path)
        let kept = Set(report.figures.map(\.name))
        for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where file.wholeMatch(of: /figure-\d+\.svg/) != nil && !kept.contains(file) {
            unlink((folder as NSString).appendingPathComponent(file))
        }
        rmdir(folder)  // does nothing where files are left
    }
}
