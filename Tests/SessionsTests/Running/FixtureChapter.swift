import Foundation
import Testing

@testable import Sessions

/// A chapter from the folder of fixtures: each cell is followed by a fence marked `text` with what it must show.
struct FixtureChapter {
    let run: RunningChapter
    private let expectedTexts: [String]

    init(_ name: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let path = folder.appendingPathComponent("Fixtures/\(name).md")
        let markdown = try String(contentsOf: path, encoding: .utf8)
        run = try RunningChapter(markdown)
        let parts = markdown.components(separatedBy: "```text\n").dropFirst()
        expectedTexts = parts.map { $0.components(separatedBy: "```")[0].trimmingCharacters(in: .newlines) }
    }

    /// Every cell showed what is written behind it, and the compiler had nothing to say.
    func expectWhatIsWritten() {
        for (cell, (text, expectation)) in zip(run.chapter.cells, zip(run.texts, expectedTexts)) {
            #expect(text == expectation, "cell in line \(cell.line)")
        }
        #expect(run.texts.count == expectedTexts.count)
        for (index, cell) in run.record.cells.enumerated() {
            #expect(cell.diagnostics.isEmpty && cell.failure == nil, "\(run.frames(ofCell: index + 1))")
        }
    }
}
