import Testing

@testable import Chapters

/// Formulas in quotations, for formats that keep the author's Markdown.
@Suite struct QuotedFormulasTests {
    @Test(arguments: [
        ("> $$\n> x^2 + y^2 = 9\n> $$", "> $$ x^2 + y^2 = 9 $$"), ("> a $b\n> = c$ d\n> e", "> a $b = c$ d\n> e"),
        ("- > $$\n  > x\n  > $$\n\nText", "- > $$ x $$\n\nText"), ("> $$\n> a\n> - b\n> $$ c", "> $$ a - b $$ c"),
        ("> > $$\n> > x\n> > $$", "> > $$ x $$"), ("> $a$ b\n> $c$", "> $a$ b\n> $c$"),
        ("> $a % b\n> c$", "> $a  c$"), ("> $a\n> % b$ c", "> $a$ c"), ("> $a % b$ c", "> $a % b$ c"),
        ("> $$\n> x % so\n> = 9\n> $$", "> $$ x  = 9 $$"),
        ("> $$\n> 5\\% % five\n> % of\n> - x\n> $$", "> $$ 5\\%   - x $$"),
        ("> $$\n> a \\\\% row\n> b\n> $$", "> $$ a \\\\ b $$"), ("> $$\n> % only\n> $$", "> $$\n> % only\n> $$"),
        ("$$\nx > 1\n$$", "$$\nx > 1\n$$"),
        ("> ```\n> $$\n> $$\n> ```", "> ```\n> $$\n> $$\n> ```"),
    ])
    func `a formula in a quotation takes one line`(markdown: String, expected: String) {
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(QuotedFormulas.joined(lines).joined(separator: "\n") == expected)
    }

    @Test func `the notebook has it so, and its chapter as it was`() throws {
        let text = "Text\n\n> $$\n> x\n> $$\n\n```swift\n1\n```\n"
        let notebook = Notebook(of: try Chapter(parsing: text, path: "a.md"))
        #expect(notebook.cells.map(\.source) == ["Text\n\n> $$ x $$", "1"])
        let read = try Notebook(reading: Array(notebook.text.utf8))
        #expect(try NotebookConversion(read, imageFolder: "a").text == text)
    }

    @Test func `a cell that was changed in the notebook stays so`() throws {
        var notebook = Notebook(of: try Chapter(parsing: "> $$\n> x\n> $$\n", path: "a.md"))
        notebook.cells[0].source = "> $$ y $$"
        notebook.metadata["kernelspec"] = ["language": "swift"]
        #expect(try NotebookConversion(notebook, imageFolder: "a").text == "> $$ y $$\n")
    }
}
