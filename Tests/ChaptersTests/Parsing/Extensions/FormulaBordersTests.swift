import Testing

@testable import Chapters

/// Where a formula ends, and where it does not.
@Suite struct FormulaBordersTests {
    @Test func `a dollar that cannot close a formula ends the attempt`() throws {
        #expect(
            try proseHTML("It costs $5 and $x$ is a variable.")
                == "<p>It costs $5 and \(mathML("x")) is a variable.</p>\n")
        #expect(try proseHTML("from $5 to $6, $y$") == "<p>from $5 to $6, \(mathML("y"))</p>\n")
        #expect(try proseHTML("$x$5 and $y$") == "<p>$x$5 and \(mathML("y"))</p>\n")
        #expect(try proseHTML("$a $b$") == "<p>$a \(mathML("b"))</p>\n")
    }

    @Test func `dollars in the text of a formula do not end it`() throws {
        let tex = #"f(x) = 1 \text{ if $x > 0$}"#
        #expect(try proseHTML("$\(tex)$ ok") == "<p>\(mathML(tex)) ok</p>\n")
        let math = TeXMath(#"\text{if $x$ or $\frac{1}{2}$}"#, isDisplay: false)
        #expect(
            math.mathML.contains("<mtext>if\u{A0}</mtext><mi>x</mi><mtext>\u{A0}or\u{A0}</mtext><mfrac>"),
            "\(math.mathML)")
        #expect(math.problems == [])
    }

    @Test(arguments: [
        ("- a $b\n- c$ d", "<ul>\n<li>a $b</li>\n<li>c$ d</li>\n</ul>\n"),
        ("1. a $b\n1. c$ d", "<ol>\n<li>a $b</li>\n<li>c$ d</li>\n</ol>\n"),
        ("- a $b\n  - c$ d", "<ul>\n<li>a $b\n<ul>\n<li>c$ d</li>\n</ul>\n</li>\n</ul>\n"),
        ("# a $b\nc$ d", "<h1 id=\"a-b\">a $b</h1>\n<p>c$ d</p>\n"),
        ("a $b\n# c$ d", "<p>a $b</p>\n<h1 id=\"c-d\">c$ d</h1>\n"),
        ("a $b\n---\nc$ d", "<h2 id=\"a-b\">a $b</h2>\n<p>c$ d</p>\n"),
        ("a $b\n***\nc$ d", "<p>a $b</p>\n<hr />\n<p>c$ d</p>\n"),
        ("a $b\n> c$ d", "<p>a $b</p>\n<blockquote>\n<p>c$ d</p>\n</blockquote>\n"),
        ("a $$b\n- c$$ d", "<p>a $$b</p>\n<ul>\n<li>c$$ d</li>\n</ul>\n"),
        ("- a `b\n- c` $", "<ul>\n<li>a `b</li>\n<li>c` $</li>\n</ul>\n"),
        ("> a $b\n\n> c$ d", "<blockquote>\n<p>a $b</p>\n</blockquote>\n<blockquote>\n<p>c$ d</p>\n</blockquote>\n"),
    ])
    func `a formula ends with its block`(markdown: String, html: String) throws {
        #expect(try proseHTML(markdown) == html)
    }

    @Test(arguments: ["- b", "+ b", "# b", "= b", "1. b", "---", "=", "> b"])
    func `a displayed formula on lines of its own may have lines that begin as a block does`(line: String) throws {
        #expect(
            try proseHTML("so\n$$\na\n\(line)\n$$\nand $x$")
                == "<p>so\n\(mathML("\na\n\(line)\n", isDisplay: true))\n\n\n\nand \(mathML("x"))</p>\n")
    }

    @Test func `what only looks like such a formula stays blocks`() throws {
        #expect(try proseHTML("$$ a\n- b $$ c") == "<p>$$ a</p>\n<ul>\n<li>b $$ c</li>\n</ul>\n")
        #expect(try proseHTML("$$\n- a\n\n$$") == "<p>$$</p>\n<ul>\n<li>a</li>\n</ul>\n<p>$$</p>\n")
        #expect(try proseHTML("- $$\n- $$") == "<ul>\n<li>$$</li>\n<li>$$</li>\n</ul>\n")
        #expect(
            try proseHTML("$$\n```\n$$\n```\n") == "<p>$$</p>\n<pre><code>$$\n</code></pre>\n")
    }

    @Test(arguments: [
        ("> $$\n> x^2 + y^2 = 9\n> $$", "<blockquote>\n<p>*</p>\n</blockquote>\n", "\nx^2 + y^2 = 9\n"),
        ("> $$\n> a\n> - b\n> $$", "<blockquote>\n<p>*</p>\n</blockquote>\n", "\na\n- b\n"),
        ("> > $$\n> > x\n> $$", "<blockquote>\n<blockquote>\n<p>*</p>\n</blockquote>\n</blockquote>\n", "\nx\n"),
        ("> $$\n> a > b\n> $$", "<blockquote>\n<p>*</p>\n</blockquote>\n", "\na > b\n"),
        ("- a\n\n  $$\n  x\n  $$", "<ul>\n<li>\n<p>a</p>\n<p>*</p>\n</li>\n</ul>\n", "\nx\n"),
        ("10. $$\n    a\n    - b\n    $$", "<ol start=\"10\">\n<li>*</li>\n</ol>\n", "\na\n- b\n"),
        ("- > $$\n  > x\n  > $$", "<ul>\n<li>\n<blockquote>\n<p>*</p>\n</blockquote>\n</li>\n</ul>\n", "\nx\n"),
        ("> - $$\n>\t x\n>   $$", "<blockquote>\n<ul>\n<li>*</li>\n</ul>\n</blockquote>\n", "\nx\n"),
        ("-\n  $$\n  x\n  $$", "<ul>\n<li>*</li>\n</ul>\n", "\nx\n"),
    ])
    func `a formula has no markers of what it stands in`(markdown: String, html: String, tex: String) throws {
        let lines = String(repeating: "\n", count: tex.count { $0 == "\n" })
        let expected = html.replacing("*", with: mathML(tex, isDisplay: true) + lines)
        #expect(try proseHTML(markdown) == expected)
    }

    @Test func `a formula in a line of a quotation, a list and a note has no markers`() throws {
        #expect(try proseHTML("> so $a\n>  = b$.") == "<blockquote>\n<p>so \(mathML("a\n= b"))\n.</p>\n</blockquote>\n")
        #expect(try proseHTML("- so $a\n= b$.") == "<ul>\n<li>so \(mathML("a\n= b"))\n.</li>\n</ul>\n")
        let note = try proseHTML("x[^a]\n\n[^a]: so\n\n    > $$\n    > y\n    > $$\n")
        #expect(note.contains("<blockquote>\n<p>\(mathML("\ny\n", isDisplay: true))\n\n</p>\n</blockquote>"), "\(note)")
    }

    @Test func `a problem of a formula in a quotation has its place in the chapter`() throws {
        let chapter = try Chapter(parsing: "> $$\n> b\n> + \\foo\n> $$\n\n1. $x$ $\\foo$\n", path: "ch.md")
        let places = chapter.warnings.map { "\($0.location!.line):\($0.location!.column!): \($0.message)" }
        #expect(places == ["3:5: the TeX command '\\foo' is not known", "6:9: the TeX command '\\foo' is not known"])
    }

    @Test func `less than and more than are no tag that hides a formula`() throws {
        #expect(try proseHTML("if a <b and $x$ c> d") == "<p>if a &lt;b and \(mathML("x")) c&gt; d</p>\n")
        #expect(try proseHTML("a <b $x$") == "<p>a &lt;b \(mathML("x"))</p>\n")
        #expect(try proseHTML("a <!-- $x$ --> $y$") == "<p>a <!-- $x$ --> \(mathML("y"))</p>\n")
        #expect(try proseHTML("a <i b='$x$' c=$y$>z</i>") == "<p>a <i b='$x$' c=$y$>z</i></p>\n")
    }
}
