import Testing

@testable import Chapters

/// Which lines belong to a footnote.
@Suite struct FootnoteLinesTests {
    /// The main text and the note, without the links between them.
    private func parts(_ text: String) throws -> [String] {
        try proseHTML("x[^a]\n\n" + text).split(separator: "<li id=\"note:1\">\n", maxSplits: 1).map { part in
            let text = part.replacing(/<sup.*?<\/sup>/, with: "").replacing(
                /\ ?<a href="#note-reference[\s\S]*/, with: "")
            return String(text.replacing(/<div class="footnotes"[\s\S]*/, with: ""))
        }
    }

    @Test(arguments: ["*b* c", "`b`", "[b](c)", "1984 b", "(b)", "\"b\"", "é", "**b**", "<b>c</b>", "-b", "#b"])
    func `a lazy line goes on a note, whatever it begins with`(line: String) throws {
        let parts = try parts("[^a]: one\n\(line)\n\nend\n")
        #expect(parts[0] == "<p>x</p>\n<p>end</p>\n")
        #expect(
            parts[1]
                == "<p>one\n\(MarkdownDocument("a\n" + line).root.html.dropFirst("<p>a\n".count).dropLast("</p>\n".count))"
        )
    }

    @Test(arguments: [
        ("- b", "<ul>\n<li>b</li>\n</ul>\n"), ("1. b", "<ol>\n<li>b</li>\n</ol>\n"),
        ("2. b", "<ol start=\"2\">\n<li>b</li>\n</ol>\n"), ("# b", "<h1 id=\"b\">b</h1>\n"),
        ("---", "<hr />\n"), ("> b", "<blockquote>\n<p>b</p>\n</blockquote>\n"),
        ("```\nb\n```", "<pre><code>b\n</code></pre>\n"), ("\nb", "<p>b</p>\n"), ("<div>", "<div>\n"),
    ])
    func `a line that begins a block ends a note`(line: String, html: String) throws {
        let parts = try parts("[^a]: one\n\(line)\n")
        #expect(parts == ["<p>x</p>\n" + html, "<p>one"])
    }

    @Test func `lazy lines go on what a note has at its end`() throws {
        #expect(try parts("[^a]: - one\n*two*\n")[1] == "<ul>\n<li>one\n<em>two</em></li>\n</ul>\n")
        #expect(try parts("[^a]: one\n\n    two\n*three*\n")[1] == "<p>one</p>\n<p>two\n<em>three</em>")
        #expect(try parts("[^a]: one\n===\n") == ["<p>x</p>\n", "<p>one\n==="])
        #expect(try parts("[^a]: one\n--\nlast\n") == ["<p>x</p>\n", "<p>one\n--\nlast"])
        #expect(try parts("[^a]: one\n  --  \n")[1] == "<p>one\n--")
        #expect(try parts("[^a]: - one\n--\n")[1] == "<ul>\n<li>one\n--</li>\n</ul>\n")
        #expect(try parts("[^a]: `one\n=two`\n")[1] == "<p><code>one =two</code>")
        #expect(try parts("[^a]: one\n\n\ttwo\n")[1] == "<p>one</p>\n<p>two")
    }
}
