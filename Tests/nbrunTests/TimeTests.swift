import Foundation
import Testing

/// How long people wait, with a wide margin: a machine under test is busy with other tests.
@Suite(.serialized) struct TimeTests {
    @Test func aChapterWithOneCellTakesAboutASecond() throws {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write(chapter("print(1)"), to: "a.md")
        #expect(try line.nbrun("a.md").seconds < 5)
    }

    @Test func aHundredAndFiftyCellsTakeSeconds() throws {
        let line = try CommandLine()
        defer { line.remove() }
        let cells = (1...150).map { "```swift\nlet x\($0) = \($0 == 1 ? "1" : "x\($0 - 1) + 1")\nprint(x\($0))\n```\n" }
        try line.write(cells.joined(separator: "\n"), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 0)
        #expect(run.seconds < 60)
        #expect(try line.read("output/a.nbrun.json").contains("\"150\\n\""))
    }
}
