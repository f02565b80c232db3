import ArgumentParser
import Foundation

/// What a report can be, by the ending of its file.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
    /// A page that needs nothing else.
    case html
    /// A Jupyter notebook with outputs.
    case ipynb
    /// Markdown for GitHub, with its figures in a folder beside it.
    case md

    /// Nil for an ending that is no format's.
    init?(endingOf path: String) {
        self.init(rawValue: (path as NSString).pathExtension.lowercased())
    }
}
