import Testing

@testable import Chapters

/// Links whose labels have formulas in them.
@Suite struct FormulaLabelsTests {
    private func link(_ text: String) -> String { "<a href=\"http://one.org\">\(text)</a>" }

    @Test func `a label with a formula is a link`() throws {
        let definition = "\n\n[$x_1$]: http://one.org\n"
        let formula = mathML("x_1")
        #expect(try proseHTML("See [$x_1$]." + definition) == "<p>See \(link(formula)).</p>\n")
        #expect(try proseHTML("See [$x_1$][]." + definition) == "<p>See \(link(formula)).</p>\n")
        #expect(try proseHTML("See [*it*][$x_1$]." + definition) == "<p>See \(link("<em>it</em>")).</p>\n")
        #expect(try proseHTML("> [$x_1$], $x_1$" + definition).contains("<p>\(link(formula)), \(formula)</p>"))
    }

    @Test func `a label has words besides, over lines, in any case`() throws {
        #expect(
            try proseHTML("[The loss\n$L$]\n\n[the LOSS $l$]: http://one.org\n")
                == "<p>\(link("The loss\n\(mathML("L"))"))</p>\n")
        #expect(
            try proseHTML("[$y$]: http://one.org\nA [$y$]\n") == "<p>A \(link(mathML("y")))</p>\n")
    }

    @Test func `brackets of another link, or of none, keep their formulas`() throws {
        let definition = "\n\n[$x$]: http://two.org\n"
        #expect(try proseHTML("[$x$](http://one.org)" + definition) == "<p>\(link(mathML("x")))</p>\n")
        #expect(try proseHTML("[$y$]" + definition) == "<p>[\(mathML("y"))]</p>\n")
        #expect(try proseHTML("[$x$]\n\n    [$x$]: a\n").hasPrefix("<p>[\(mathML("x"))]</p>\n"))
    }

    @Test func `a note has such links, too`() throws {
        #expect(
            try proseHTML("A[^1]\n\n[^1]: See [$x$]\n\n[$x$]: http://one.org\n").contains("See \(link(mathML("x"))) <a")
        )
    }
}
