import Testing

@testable import Chapters

@Suite struct SourceEditTests {
    private let edited = EditedSource(
        "let a = 1\nf(x) + y",
        edits: [
            SourceEdit(inserting: "_show(", at: 10), SourceEdit(inserting: ")", at: 18),
            SourceEdit(range: 8..<9, replacement: "250"),
        ])

    @Test func editsAreMade() {
        #expect(edited.text == "let a = 250\n_show(f(x) + y)")
    }

    @Test func columnsFindTheirWayBack() {
        #expect(edited.originalColumn(line: 1, column: 1) == 1)
        #expect(edited.originalColumn(line: 1, column: 10) == 9)
        #expect(edited.originalColumn(line: 2, column: 7) == 1)
        #expect(edited.originalColumn(line: 2, column: 14) == 8)
        #expect(edited.originalColumn(line: 2, column: 3) == 1)
        #expect(edited.originalOffset(line: 2, column: 14) == 17)
    }
}
