import Testing

@testable import Chapters

@Suite("What chapters add to CommonMark")
struct ExtendedMarkdownTests {
    private func html(_ text: String) throws -> String {
        try Chapter(parsing: text, path: "ch.md").blocks.map { block in
            if case .prose(let prose) = block { prose.html } else { "[cell]\n" }
        }.joined()
    }

    private func warnings(_ text: String) throws -> [String] {
        try Chapter(parsing: text, path: "ch.md").warnings.map { diagnostic in
            "\(diagnostic.location!.line):\(diagnostic.location!.column ?? 0): \(diagnostic.message)"
        }
    }

    private func formula(_ tex: String, isDisplay: Bool = false) -> String {
        TeXMath(tex, isDisplay: isDisplay).mathML
    }

    @Test("formulas stand in a line, and on lines of their own")
    func formulas() throws {
        #expect(try html("so $x_i^2$ is") == "<p>so \(formula("x_i^2")) is</p>\n")
        #expect(try html("$$ a * b * c $$") == "<p>\(formula(" a * b * c ", isDisplay: true))</p>\n")
        #expect(try html("$$\na\n$$").contains(formula("\na\n", isDisplay: true)))
        #expect(
            try html("**bold $a_b$** and *$c*d$*")
                == "<p><strong>bold \(formula("a_b"))</strong> and <em>\(formula("c*d"))</em></p>\n")
        #expect(try html("## On $x$\n") == "<h2 id=\"on-\">On \(formula("x"))</h2>\n")
    }

    @Test(
        "dollars that are no formula stay",
        arguments: [
            ("costs $5 and $6", "costs $5 and $6"), ("\\$x\\$", "$x$"), ("a $ b $ c", "a $ b $ c"), ("$x$5", "$x$5"),
            ("`$x$`", "<code>$x$</code>"), ("``a ` $x$``", "<code>a ` $x$</code>"), ("$", "$"), ("$$", "$$"),
            ("$$ $$", "$$ $$"),
            ("one $a\n\nb$ two", "one $a</p>\n<p>b$ two"), ("<b title=\"$x$\">y</b>", "<b title=\"$x$\">y</b>"),
            ("[a](u$x$v 't$x$')", "<a href=\"u$x$v\" title=\"t$x$\">a</a>"),
            ("![a $x$](i)", "<img src=\"i\" alt=\"a $x$\" />"),
            ("<http://a/$x$>", "<a href=\"http://a/$x$\">http://a/$x$</a>"),
        ])
    func noFormulas(markdown: String, expected: String) throws {
        #expect(try html(markdown) == "<p>\(expected)</p>\n")
    }

    @Test("code blocks, raw HTML and cells keep their dollars")
    func blocks() throws {
        #expect(
            try html("```\n$x$\n```\n\n    $y$\n\n<div>\n$z$\n</div>") == """
                <pre><code>$x$
                </code></pre>
                <pre><code>$y$
                </code></pre>
                <div>
                $z$
                </div>

                """)
        let chapter = try Chapter(parsing: "$a$\n\n```swift\nlet a = \"$x$\"\n```", path: "ch.md")
        #expect(chapter.cells[0].source == "let a = \"$x$\"")
        #expect(chapter.cells[0].line == 4)
    }

    @Test("a formula over several lines moves no line below it")
    func lines() throws {
        let chapter = try Chapter(parsing: "a $$\nx\n$$ b\n\n```swift\nrun()\n```", path: "ch.md")
        #expect(chapter.cells[0].line == 6)
    }

    @Test("a private-use character of the chapter's own is left alone")
    func privateUse() throws {
        #expect(try html("\u{F0000} $x$ \u{F0001}") == "<p>\u{F0000} \(formula("x")) \u{F0001}</p>\n")
    }

    @Test("what a formula's converter does not know is a warning with its place")
    func formulaWarnings() throws {
        #expect(try warnings("one\n\ntwo $a + \\foo$") == ["3:10: the TeX command '\\foo' is not known"])
        #expect(try warnings("$$\na\n+ \\foo\n$$") == ["3:3: the TeX command '\\foo' is not known"])
    }

    @Test("tables")
    func tables() throws {
        let markdown = """
            | layer | *n* | c | r |
            |---|:--|:-:|--:|
            | a \\| b | `x|y` | $|z|$ |
            one | 2 | 3 | 4 | 5
            """
        #expect(
            try html(markdown) == """
                <table>
                <thead>
                <tr>
                <th>layer</th>
                <th style="text-align: left"><em>n</em></th>
                <th style="text-align: center">c</th>
                <th style="text-align: right">r</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td>a | b</td>
                <td style="text-align: left"><code>x|y</code></td>
                <td style="text-align: center">\(formula("|z|"))</td>
                <td style="text-align: right"></td>
                </tr>
                <tr>
                <td>one</td>
                <td style="text-align: left">2</td>
                <td style="text-align: center">3</td>
                <td style="text-align: right">4</td>
                </tr>
                </tbody>
                </table>

                """)
    }

    @Test("tables stand in lists and quotations, their links lead to reports")
    func nestedTables() throws {
        let table = "<table>\n<thead>\n<tr>\n<th><a href=\"b.html\">a</a></th>\n</tr>\n</thead>\n</table>\n"
        #expect(try html("> | [a](b.md) |\n> |---|") == "<blockquote>\n\(table)</blockquote>\n")
    }

    @Test(
        "what only looks like a table stays",
        arguments: ["a | b\nc | d", "| a | b |\n|---|", "a\n---\nb", "| a |\n| *-* |", "a | b"])
    func noTables(markdown: String) throws {
        #expect(try html(markdown) == MarkdownDocument(markdown).root.html.replacing("<h2>", with: "<h2 id=\"a\">"))
    }

    @Test("tasks")
    func tasks() throws {
        #expect(
            try html("- [ ] one\n- [x] *two*\n- [y] three\n- [ ]four") == """
                <ul>
                <li><span class="task">☐</span> one</li>
                <li><span class="task">☑</span> <em>two</em></li>
                <li>[y] three</li>
                <li>[ ]four</li>
                </ul>

                """)
    }

    @Test("footnotes are numbered in the order of their references, and lead back")
    func footnotes() throws {
        let markdown = """
            One[^b], two[^a], one again[^b], none[^c].

            [^a]: First *defined*
            and going on.
            [^b]: Has a [link] and

                a second paragraph with $x$.

            [link]: other.md
            """
        let reference = { (number: Int, anchor: String) in
            "<sup class=\"note\"><a id=\"note-reference:\(anchor)\" href=\"#note:\(number)\" role=\"doc-noteref\">\(number)</a></sup>"
        }
        let back = { (number: Int) in
            "<a href=\"#note-reference:\(number)\" role=\"doc-backlink\" aria-label=\"\(number)\">↩</a>"
        }
        #expect(
            try html(markdown) == """
                <p>One\(reference(1, "1")), two\(reference(2, "2")), one again\(reference(1, "1:2")), none[^c].</p>
                <div class="footnotes" role="doc-endnotes">
                <ol>
                <li id="note:1">
                <p>Has a <a href="other.html">link</a> and</p>
                <p>a second paragraph with \(formula("x")). \(back(1))</p>
                </li>
                <li id="note:2">
                <p>First <em>defined</em>
                and going on. \(back(2))</p>
                </li>
                </ol>
                </div>

                """)
    }

    @Test("a footnote that nothing refers to is a warning")
    func unusedFootnote() throws {
        #expect(try warnings("text\n\n[^a]: note") == ["3:0: nothing refers to the footnote 'a'"])
        #expect(try html("text\n\n[^a]: note") == "<p>text</p>\n")
    }
}
