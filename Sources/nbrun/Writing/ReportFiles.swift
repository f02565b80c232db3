import Chapters
import Foundation
import Reports

/// The files of one report, the report itself last: a text never shows a picture that is not there.
struct ReportFiles {
    struct File {
        let path: String
        let data: Data
    }

    let files: [File]
}

extension ReportFiles {
    static func page(of run: FinishedRun, showsTimings: Bool, at path: String) -> ReportFiles {
        let report = Report(chapter: run.chapter, run: run.record, showsTimings: showsTimings)
        return ReportFiles(files: [File(path: path, data: Data(Seal.page(report.html).utf8))])
    }

    static func notebook(of run: FinishedRun, at path: String, warn: @escaping (String) -> Void) -> ReportFiles {
        let pictures = DrawingRasterizer(warn: warn)
        let report = NotebookReport(
            chapter: run.chapter, run: run.record, images: run.read.proseImages, mark: Seal.blank,
            data: { run.read.notebookData(of: $0, drawing: pictures.base64) }, picture: pictures.base64)
        return ReportFiles(files: [File(path: path, data: Data(Seal.notebook(report.text).utf8))])
    }

    /// A report in Markdown with the figures and the images of the prose in a folder beside it.
    static func markdown(of run: FinishedRun, at path: String) -> ReportFiles {
        let images = run.read.proseImages
        let report = MarkdownReport(
            chapter: run.chapter, run: run.record, images: images,
            figureFolder: OutputLocation.figureFolder(of: path))
        var pictures = report.figures.map { (name: $0.name, data: Data(Seal.page($0.text).utf8)) }
        pictures += images.files.compactMap { file in run.read.data(of: file.image).map { (file.name, $0) } }
        let text = Seal.markdown(report.text, remark: PictureList.remark(pictures))
        let folder = OutputLocation.figureFolderPath(of: path) as NSString
        return ReportFiles(
            files: pictures.map { File(path: folder.appendingPathComponent($0.name), data: $0.data) }
                + [File(path: path, data: Data(text.utf8))])
    }
}
