import Foundation
import Testing

@testable import Sessions

/// A chapter of twenty cells of plain Swift, each followed in the fixture by what it must show.
@Suite struct PlainSwiftTests {
    @Test func twentyCellsOfPlainSwiftRunAsAReaderExpects() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let path = folder.appendingPathComponent("Fixtures/plain-swift.md")
        let markdown = try String(contentsOf: path, encoding: .utf8)
        let run = try RunningChapter(markdown)
        #expect(run.statuses.count == 20)
        let expected = Self.expectedTexts(in: markdown)
        for (cell, (text, expectation)) in zip(run.chapter.cells, zip(run.texts, expected)) {
            #expect(text == expectation, "cell in line \(cell.line)")
        }
        #expect(run.texts.count == expected.count)
        #expect(run.record.cells.allSatisfy { $0.diagnostics.isEmpty && $0.failure == nil })
    }

    /// The fences marked `text`, one behind each cell.
    private static func expectedTexts(in markdown: String) -> [String] {
        let parts = markdown.components(separatedBy: "```text\n").dropFirst()
        return parts.map { $0.components(separatedBy: "```")[0].trimmingCharacters(in: .newlines) }
    }
}
