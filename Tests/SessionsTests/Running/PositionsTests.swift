import Chapters
import Testing

@testable import Sessions

/// What a cell says of its own place is said of the chapter.
@Suite struct PositionsTests {
    private static let declaration = """
        func place(
            file: String = #file, id: String = #fileID, path: String = #filePath, line: Int = #line,
            function: String = #function
        ) { print(file, id, path, line, function) }
        struct Probe { init(line: Int = #line) { print(line) } }
        """

    @Test func `a cell's own mentions are the chapter's`() throws {
        let run = try RunningChapter(
            "text\n\n```swift\nlet one = 1\nprint(#file, #fileID, #filePath, #line, #function)\n   print(#column)\n```\n",
            path: "notebooks/waves.md")
        #expect(run.texts == ["waves.md waves/waves.md waves.md 5 main\n10"])
    }

    @Test func `a default argument tells the line of the call in the chapter, in whatever cell`() throws {
        let run = try RunningChapter(
            """
            ```swift
            \(Self.declaration)
            ```

            Some prose.

            ```swift
            let between = 1
            ```
            ```swift
            place()
            func inner() { place() }
            inner()
            let probe: Probe = .init()
            ```
            """, path: "notebooks/waves.md")
        #expect(
            run.texts == [
                "", "",
                "waves.md waves/waves.md waves.md 15 main\nwaves.md waves/waves.md waves.md 16 inner()\n18",
            ])
    }

    @Test func `a cell that may call what asks for its place is another one when it moves`() throws {
        let sources = [Self.declaration, "place()", "let other = 1"]
        let cells = sources.enumerated().map {
            Cell(number: $0 + 1, options: CellOptions(), source: $1, tokens: [], line: 10 * ($0 + 1))
        }
        let lines = MentionedLines(of: cells)
        #expect(cells.map(lines.line) == [10, 20, 30])
        #expect(cells.map(MentionedLines(of: Array(cells[1...])).line) == [nil, nil, nil])
    }

    @Test func `an error after a mention is told at its place in the chapter`() throws {
        let run = try RunningChapter("```swift\nlet line = #line; let id = #fileID; let x: Int = \"three\"\n```\n")
        #expect(run.complaint(ofCell: 1).location == SourceLocation(line: 2, column: 50, length: 7))
    }

    @Test func `a cell that includes what asks for its place has the chapter's`() throws {
        let helper = IncludedFile(
            path: "h.swift", text: "func place(_ line: Int = #line, id: String = #fileID) { print(id, line) }")
        let cell = Cell(number: 1, options: CellOptions(), source: "place()", tokens: [], line: 7)
        let form = CellForm(
            cell, CellAnalysis(of: cell.source), included: [IncludedSource(helper)], edits: [], after: nil)
        let module = CellModule(form, after: nil, file: "waves.md", environment: "")
        #expect(module.fileName == "waves.md" && module.firstLine == 7)
    }
}
