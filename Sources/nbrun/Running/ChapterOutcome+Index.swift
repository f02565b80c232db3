import Chapters
import Foundation
import Reports

extension ChapterOutcome {
    /// The chapter's line in the list of reports.
    var indexEntry: IndexPage.Entry {
        IndexPage.Entry(
            title: chapter?.title ?? (path as NSString).lastPathComponent, path: path,
            report: report.map { FileAddress.encoded(($0 as NSString).lastPathComponent) },
            end: end, language: chapter?.frontMatter.lang)
    }

    private var end: IndexPage.Entry.End {
        switch status {
        case .succeeded: .succeeded
        case .cellFailed: .cellFailed
        case .wrongUsage: .notRun
        case .noChapter: .missing
        case .cannotWrite: .unwritten
        case .timedOut: .timedOut
        case .interrupted: .interrupted
        case .sessionDied: .died
        }
    }
}
