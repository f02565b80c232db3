import Chapters
import Foundation
import Reports

extension ChapterOutcome {
    /// The chapter's line in the list of reports.
    var indexEntry: IndexPage.Entry {
        IndexPage.Entry(
            title: chapter?.title ?? (path as NSString).lastPathComponent, path: path,
            report: report.map { FileAddress.encoded(($0 as NSString).lastPathComponent) },
            state: status == .succeeded ? .succeeded : .failed,
            remark: remark, language: chapter?.frontMatter.lang)
    }

    private var remark: String {
        switch status {
        case .succeeded: ""
        case .cellFailed: "a cell failed"
        case .wrongUsage: "was not run"
        case .noChapter: "there is no such chapter"
        case .cannotWrite: "the report could not be written"
        case .timedOut: "a cell took longer than it may"
        case .interrupted: "was interrupted"
        case .sessionDied: "the session died"
        }
    }
}
