@testable import Chapters

/// What has to hold for every text, right or wrong.
enum ChapterComplaints {
    /// What does not hold; nil where all does.
    static func complaint(about text: String) -> String? {
        do throws(ChapterError) {
            let chapter = try Chapter(parsing: text, path: "a.md")
            return complaint(about: chapter, chapter.warnings)
        } catch {
            guard error.diagnostics.contains(where: { $0.severity == .error }) else { return "an error without one" }
            return complaint(about: error.chapter, error.diagnostics)
        }
    }

    private static func complaint(about chapter: Chapter, _ diagnostics: [Diagnostic]) -> String? {
        for diagnostic in diagnostics {
            if let complaint = complaint(about: diagnostic, in: chapter) { return complaint }
        }
        for (index, cell) in chapter.cells.enumerated() {
            if cell.number != index + 1 { return "cell \(index + 1) has the number \(cell.number)" }
            if let complaint = complaint(about: cell, in: chapter) { return "cell \(index + 1): \(complaint)" }
        }
        let anchors = chapter.headings.map(\.anchor) + chapter.cells.map(\.label)
        if Set(anchors).count != anchors.count, Set(chapter.cells.map(\.label)).count == chapter.cells.count {
            return "two anchors are the same"
        }
        let written = WrittenChapter(chapter)
        let lines = written.parts.flatMap { $0.gap + $0.lines } + written.end
        if lines != chapter.lines { return "its parts are not its lines" }
        return chapter.lines.contains { $0.contains("<") } ? nil : MarkupBalance.complaint(about: chapter.html)
    }

    private static func complaint(about diagnostic: Diagnostic, in chapter: Chapter) -> String? {
        if let location = diagnostic.location {
            guard chapter.lines.indices.contains(location.line - 1) else {
                return "'\(diagnostic.message)' is about line \(location.line) of \(chapter.lines.count)"
            }
            if let column = location.column, !(1...chapter.lines[location.line - 1].count + 1).contains(column) {
                return "'\(diagnostic.message)' is about column \(column) of line \(location.line)"
            }
        }
        if DiagnosticFrame(diagnostic, chapter: chapter).text.isEmpty { return "an empty frame" }
        return diagnostic.notes.lazy.compactMap { complaint(about: $0, in: chapter) }.first
    }

    private static func complaint(about cell: Cell, in chapter: Chapter) -> String? {
        if cell.tokens.map(\.text).joined() != cell.source { return "its tokens are not its source" }
        let isWithin = cell.lines.lowerBound >= 1 && cell.lines.upperBound <= chapter.lines.count
        if !isWithin { return "it takes the lines \(cell.lines) of \(chapter.lines.count)" }
        for (index, line) in cell.source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            // A tab in the indentation can become blanks.
            let text = line.drop { $0 == " " || $0 == "\t" }
            let whole = chapter.text(ofLine: cell.line + index)
            if !whole.utf8.reversed().starts(with: text.utf8.reversed()) {
                return "line \(index + 1) is not the chapter's line \(cell.line + index)"
            }
        }
        return nil
    }
}

extension Chapter {
    fileprivate var headings: [Heading] {
        blocks.flatMap { block -> [Heading] in if case .prose(let prose) = block { prose.headings } else { [] } }
    }

    /// Prose and cells as a report puts them together.
    fileprivate var html: String {
        blocks.map { block -> String in if case .prose(let prose) = block { prose.html } else { "<pre></pre>" } }
            .joined()
    }
}
