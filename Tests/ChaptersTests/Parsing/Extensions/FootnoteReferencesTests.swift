import Testing

@testable import Chapters

/// What stands in a footnote: references to others, and cells.
@Suite struct FootnoteReferencesTests {
    private func warnings(_ text: String) throws -> [String] {
        try Chapter(parsing: text, path: "a.md").warnings.map { warning in
            "\(warning.location!.line): \(warning.message) (\(warning.notes.map(\.message).joined()))"
        }
    }

    private func reference(_ number: Int, _ anchor: String? = nil) -> String {
        "<sup class=\"note\"><a id=\"note-reference:\(anchor ?? "\(number)")\" href=\"#note:\(number)\" role=\"doc-noteref\">\(number)</a></sup>"
    }

    /// The notes in their order, without the links that lead back.
    private func notes(_ text: String) throws -> [String] {
        let notes = try proseHTML(text).split(separator: /<li id="note:\d+">\n/).dropFirst()
        return notes.map { String($0.replacing(#/ ?<a href="#note-reference[\s\S]*/#, with: "")) }
    }

    @Test func `a note refers to another one, which comes behind those of the text`() throws {
        let text = "A[^1], b[^3].\n\n[^1]: First, see also [^2].\n[^2]: Two\n[^3]: Three\n"
        #expect(try notes(text) == ["<p>First, see also \(reference(3)).", "<p>Three", "<p>Two"])
        #expect(try warnings(text) == [])
    }

    @Test func `notes refer to each other, to themselves and over further notes`() throws {
        #expect(
            try notes("A[^a].\n\n[^a]: to [^b]\n[^b]: *to* [^a], [^b]\n") == [
                "<p>to \(reference(2))", "<p><em>to</em> \(reference(1, "1:2")), \(reference(2, "2:2"))",
            ])
        #expect(
            try notes("A[^a].\n\n[^a]: [^b]\n\n[^b]: $x$\n\n    - [^c]\n\n[^c]: end\n") == [
                "<p>\(reference(2))", "<p>\(mathML("x"))</p>\n<ul>\n<li>\(reference(3))</li>\n</ul>\n", "<p>end",
            ])
    }

    @Test func `what no note is defined for stays, and code does`() throws {
        #expect(try notes("A[^a].\n\n[^a]: to [^b] and `[^a]`\n") == ["<p>to [^b] and <code>[^a]</code>"])
    }

    @Test func `a note that only an unused note refers to is unused`() throws {
        #expect(
            try warnings("A\n\n[^a]: to [^b]\n[^b]: b\n") == [
                "3: nothing refers to the footnote 'a' ()", "4: nothing refers to the footnote 'b' ()",
            ])
    }

    @Test(arguments: [
        ("A[^1]\n\n[^1]: Note\n\n    ```swift\n    let a = 1\n    ```\n", 5),
        ("---\ntitle: T\n---\nA[^1]\n\n[^1]: ~~~ swift\n    1\n    ~~~\n", 6),
        ("A[^1]\n\n[^1]: - one\n\n      ```swift\n      1\n      ```\n", 5),
    ])
    func `a cell in a note is told`(text: String, line: Int) throws {
        #expect(
            try warnings(text) == [
                "\(line): a cell in a footnote is not run; its code is only shown (move it out of the note to run it, or write '{.swift}' to show it)"
            ])
        #expect(try Chapter(parsing: text, path: "a.md").cells == [])
    }

    @Test(arguments: ["{.swift}", "python", ""])
    func `code in a note is not told`(info: String) throws {
        #expect(try warnings("A[^1]\n\n[^1]: swift\n\n    ```\(info)\n    1\n    ```\n") == [])
    }
}
