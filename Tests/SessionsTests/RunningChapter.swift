import Chapters
import Display
import Foundation

@testable import Sessions

/// A chapter that a test wrote, run by the real compiler in a real session.
struct RunningChapter {
    let chapter: Chapter
    let record: RunRecord

    init(_ markdown: String, path: String = "chapter.md", options: RunOptions = RunOptions()) throws {
        chapter = try Chapter(parsing: markdown, path: path)
        record = try Session().run(chapter, options: options) { _ in }
    }

    /// Cells in the order given, nothing between them.
    init(cells: [String], options: RunOptions = RunOptions()) throws {
        try self.init(cells.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n"), options: options)
    }

    /// What each cell showed, as a terminal would show it; final line breaks apart.
    var texts: [String] {
        record.cells.map { cell in
            cell.outputs.map { $0.plainText.trimmingCharacters(in: .newlines) }.joined(separator: "\n")
        }
    }

    var statuses: [CellRecord.Status] { record.cells.map(\.status) }

    /// The frames of everything that is to be told of a cell, as a person reads them.
    func frames(ofCell number: Int) -> String {
        let cell = record.cells[number - 1]
        let failure = cell.failure.map { Diagnostic(severity: .error, message: $0.message, location: $0.location) }
        let frames = (cell.diagnostics + (failure.map { [$0] } ?? [])).map { diagnostic in
            DiagnosticFrame(diagnostic, chapter: chapter).lines.map(\.text).joined(separator: "\n")
        }
        return frames.joined(separator: "\n")
    }

    /// Where a failure or the first error of a cell is: `line:column`, and what is said of it.
    func complaint(ofCell number: Int) -> (message: String, location: SourceLocation?) {
        let cell = record.cells[number - 1]
        if let failure = cell.failure { return (failure.message, failure.location) }
        let error = cell.diagnostics.first { $0.severity == .error }
        return (error?.message ?? "", error?.location)
    }
}

extension RunOptions {
    static var goingOnAfterFailures: RunOptions {
        var options = RunOptions()
        options.keepGoing = true
        return options
    }
}
