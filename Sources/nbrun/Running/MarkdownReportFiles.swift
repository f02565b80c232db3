import Chapters
import Foundation
import Reports

/// A report in Markdown with the figures and the images of the prose beside it.
enum MarkdownReportFiles {
    /// Writes the pictures first, so that the text never shows one that is not there; pictures that an earlier run left
    /// behind are removed.
    static func write(_ run: FinishedRun, to path: String, _ written: inout WrittenFiles) throws {
        let name = OutputLocation.figureFolder(of: path)
        let folder = ((path as NSString).deletingLastPathComponent as NSString).appendingPathComponent(name)
        let images = run.read.proseImages
        let report = MarkdownReport(chapter: run.chapter, run: run.record, images: images, figureFolder: name)
        let place = { (folder as NSString).appendingPathComponent($0) }
        for figure in report.figures { try written.write(figure.text, to: place(figure.name)) }
        for file in images.files {
            guard let data = run.read.data(of: file.image) else { continue }
            try written.write(data, to: place(file.name))
        }
        try written.write(report.text, to: path)
        let kept = Set(report.figures.map(\.name) + images.files.map(\.name))
        for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where file.wholeMatch(of: /(figure|image)-\d+\.[a-z]+/) != nil && !kept.contains(file) {
            unlink(place(file))
        }
        rmdir(folder)  // does nothing where files are left
    }
}
