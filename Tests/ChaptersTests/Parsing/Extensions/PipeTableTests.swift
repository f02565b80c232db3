import Testing

@testable import Chapters

/// Tables, by the rules of GitHub's cmark.
@Suite struct PipeTableTests {
    private func table(_ head: String, _ rows: String...) -> String {
        let body = rows.map { "<tr>\n<td>\($0)</td>\n</tr>\n" }.joined()
        return "<table>\n<thead>\n<tr>\n<th>\(head)</th>\n</tr>\n</thead>\n"
            + (body.isEmpty ? "" : "<tbody>\n\(body)</tbody>\n") + "</table>\n"
    }

    @Test func `a table begins right after a line of text`() throws {
        #expect(try proseHTML("Text\n| a |\n|---|\n| b |") == "<p>Text</p>\n" + table("a", "b"))
        #expect(try proseHTML("one\ntwo $x$\n|a|\n|-|") == "<p>one\ntwo \(mathML("x"))</p>\n" + table("a"))
        #expect(try proseHTML("- Text\n  |a|\n  |-|\n  |b|") == "<ul>\n<li>Text\n\(table("a", "b"))</li>\n</ul>\n")
        #expect(
            try proseHTML("> Text\n> |a|\n> |-|\n> |b|")
                == "<blockquote>\n<p>Text</p>\n\(table("a", "b"))</blockquote>\n")
    }

    @Test(arguments: [
        ("    c", "<pre><code>c\n</code></pre>\n"), ("\tc", "<pre><code>c\n</code></pre>\n"),
        ("2. c", "<ol start=\"2\">\n<li>c</li>\n</ol>\n"), ("- c", "<ul>\n<li>c</li>\n</ul>\n"),
        ("-", "<ul>\n<li></li>\n</ul>\n"),
        ("<b>", "<b>\n"), ("***", "<hr />\n"), ("# c", "<h1 id=\"c\">c</h1>\n"), ("---", "<hr />\n"),
        ("> c", "<blockquote>\n<p>c</p>\n</blockquote>\n"), ("\nc", "<p>c</p>\n"), ("|", "<p>|</p>\n"),
    ])
    func `a table ends where another block begins`(line: String, html: String) throws {
        #expect(try proseHTML("|a|\n|-|\n|b|\n" + line) == table("a", "b") + html)
    }

    @Test(arguments: ["c", "===", "   c", "[c]: d", "3 c", "#c", "-c"])
    func `any other line is a row`(line: String) throws {
        let text = line.drop { $0 == " " }
        #expect(try proseHTML("|a|\n|-|\n|b|\n\(line)\n|d|") == table("a", "b", String(text), "d"))
    }

    @Test func `no lazy line belongs to a table`() throws {
        #expect(try proseHTML("> |a|\n> |-|\nc") == "<blockquote>\n\(table("a"))</blockquote>\n<p>c</p>\n")
        #expect(try proseHTML("> a | b\n-|-") == "<blockquote>\n<p>a | b\n-|-</p>\n</blockquote>\n")
        #expect(
            try proseHTML("- |a|\n  |-|\nc")
                == "<ul>\n<li>\n\(table("a"))</li>\n</ul>\n<p>c</p>\n".replacing("<li>\n", with: "<li>\n"))
    }

    @Test func `a head may be indented, and behind what is none of a table`() throws {
        #expect(
            try proseHTML("a | b\n|\n===\n  |d|\n  |-|") == "<h1 id=\"a--b\">a | b\n|</h1>\n" + table("d"))
        #expect(try proseHTML("x\n    y\n|-|") == "<p>x</p>\n" + table("y"))
        #expect(try proseHTML("|a|\n|-|-|\n|b|\n|-|") == "<p>|a|\n|-|-|</p>\n" + table("b"))
        #expect(try proseHTML("|b|c|\n|\n|-|\n||") == "<p>|b|c|\n|\n|-|\n||</p>\n")
    }

    @Test func `a rule of colons needs no bar`() throws {
        #expect(try proseHTML("a\n:-:").contains("<th style=\"text-align: center\">a</th>"))
        #expect(try proseHTML("a\n-:\n").contains("<th style=\"text-align: right\">a</th>"))
    }

    @Test func `cells know the chapter's links and notes, and begin no block`() throws {
        let html = try proseHTML("|[a]|\n|-|\n|# b|\n|- c|\n|*d*|\n|\\| `e\\|f`|\n\n> [a]:\n> x.md\n")
        let link = "<a href=\"x.html\">a</a>"
        #expect(html == table(link, "# b", "- c", "<em>d</em>", "| <code>e|f</code>") + "<blockquote>\n</blockquote>\n")
    }

    @Test func `a formula in a table is told of with its place`() throws {
        let chapter = try Chapter(parsing: "> t\n> |a|\n> |-|\n> |b $\\foo$|\n", path: "ch.md")
        let places = chapter.warnings.map { "\($0.location!.line):\($0.location!.column!): \($0.message)" }
        #expect(places == ["4:7: the TeX command '\\foo' is not known"])
    }

    @Test func `a formula ends with its row, and bars in it cut nothing`() throws {
        #expect(try proseHTML("|a|\n|-|\n|$\\|x\\| \\|$|\n|$b|\n|c$|") == table("a", mathML(#"\|x\| \|"#), "$b", "c$"))
    }

    @Test func `cells of Swift behind a table keep their lines`() throws {
        let chapter = try Chapter(parsing: "t\n|a|\n|-|\n|b|\n```swift\nrun()\n```\n", path: "ch.md")
        #expect(chapter.cells.map(\.line) == [6])
    }
}
