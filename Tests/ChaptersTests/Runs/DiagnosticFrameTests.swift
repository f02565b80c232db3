import Testing

@testable import Chapters

@Suite("A diagnostic's frame")
struct DiagnosticFrameTests {
    private func frame(_ line: String, column: Int?, length: Int = 1, at number: Int = 1) -> String {
        let lines = Array(repeating: "", count: number - 1) + [line]
        let chapter = Chapter(path: "ch.md", frontMatter: FrontMatter(), blocks: [], lines: lines)
        let location = SourceLocation(line: number, column: column, length: length)
        return DiagnosticFrame(Diagnostic(severity: .error, message: "no", location: location), chapter: chapter).text
    }

    @Test("has the message, the place, the line and a caret below the place")
    func wholeFrame() {
        #expect(
            frame("let x = modle.loss", column: 9, length: 5, at: 112) == """
                error: no
                   --> ch.md:112:9
                    |
                112 | let x = modle.loss
                    |         ^^^^^
                """)
    }

    @Test("has no caret where only the line is known")
    func lineOnly() {
        #expect(
            frame("let x = 1", column: nil) == """
                error: no
                 --> ch.md:1
                  |
                1 | let x = 1
                """)
    }

    @Test("is only a sentence where no place is meant")
    func noPlace() {
        let chapter = Chapter(path: "ch.md", frontMatter: FrontMatter(), blocks: [], lines: [])
        let diagnostic = Diagnostic(severity: .warning, message: "so-so", location: nil)
        #expect(DiagnosticFrame(diagnostic, chapter: chapter).text == "warning: so-so")
    }

    @Test("shows a note without a place as a hint, and one with a place as a frame of its own")
    func notes() {
        let chapter = Chapter(
            path: "ch.md", frontMatter: FrontMatter(), blocks: [],
            lines: ["let a = 1", "let b = c"] + Array(repeating: "", count: 8))
        let diagnostic = Diagnostic(
            severity: .error, message: "no 'c'", location: SourceLocation(line: 2, column: 9),
            notes: [
                Diagnostic(severity: .note, message: "did you mean 'a'?", location: nil),
                Diagnostic(severity: .note, message: "'a' is here", location: SourceLocation(line: 1, column: 5)),
            ])
        #expect(
            DiagnosticFrame(diagnostic, chapter: chapter).text == """
                error: no 'c'
                 --> ch.md:2:9
                  |
                2 | let b = c
                  |         ^
                  = did you mean 'a'?
                note: 'a' is here
                 --> ch.md:1:5
                  |
                1 | let a = 1
                  |     ^
                """)
    }

    @Test(
        "keeps the caret below its character",
        arguments: [
            // Wide characters need wide blanks and two carets; the caret's index is the character's.
            ("이름 = 모델", 6, 2, "이름 = 모델", "　　   ^^^^"),
            ("👟 = x", 5, 1, "👟 = x", "　   ^"),
            // A family is one character, whatever it is made of.
            ("👨‍👩‍👧 x", 3, 1, "👨‍👩‍👧 x", "　 ^"),
            // A letter with a combining accent stands in one column.
            ("e\u{301} x", 3, 1, "e\u{301} x", "  ^"),
            ("\tx = 1", 2, 1, "    x = 1", "    ^"),
            ("ab\tx", 4, 1, "ab  x", "    ^"),
            // Right-to-left letters keep their order in the text.
            ("let שם = 1", 5, 2, "let שם = 1", "    ^^"),
            // Control characters cannot act.
            ("a\u{1B}[31m b", 2, 1, "a␛[31m b", " ^"),
            // Places at and behind the end.
            ("abc", 4, 1, "abc", "   ^"),
            ("abc", 99, 9, "abc", "   ^"),
            ("abc", 2, 99, "abc", " ^^"),
            ("", 1, 1, "", "^"),
        ])
    func alignment(line: String, column: Int, length: Int, shown: String, underline: String) {
        let marked = MarkedLine(line, at: SourceLocation(line: 1, column: column, length: length))
        #expect(marked.before + marked.marked + marked.after == shown)
        #expect(marked.underline == underline)
    }

    @Test("gives each piece its role")
    func roles() {
        let chapter = Chapter(path: "ch.md", frontMatter: FrontMatter(), blocks: [], lines: ["let b = c + d"])
        let diagnostic = Diagnostic(severity: .error, message: "no", location: SourceLocation(line: 1, column: 9))
        let spans = DiagnosticFrame(diagnostic, chapter: chapter).lines.flatMap(\.spans)
        #expect(spans.contains { $0.role == .severity(.error) && $0.text == "error:" })
        #expect(spans.contains { $0.role == .place(line: 1) && $0.text == "ch.md:1:9" })
        #expect(spans.contains { $0.role == .marked && $0.text == "c" })
        #expect(spans.contains { $0.role == .caret && $0.text == "        ^" })
    }
}
