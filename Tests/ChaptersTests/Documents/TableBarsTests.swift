import Testing

@testable import Chapters

/// Bars that only at GitHub cut a table's row.
@Suite struct TableBarsTests {
    private func written(_ text: String) throws -> String {
        try Chapter(parsing: text, path: "a.md").withBarsForGitHub.lines.joined(separator: "\n")
    }

    @Test(arguments: [
        ("`a|b`", "`a\\|b`"), ("`a\\|b`", "`a\\|b`"), ("`` a|`|b ``", "`` a\\|`\\|b ``"),
        ("$|x|$", #"$\vert x\vert $"#),
        (#"$\|x\|$"#, #"$\Vert x\Vert $"#), (#"$P(A|B)$ and `x||y`"#, #"$P(A\vert B)$ and `x\|\|y`"#),
        ("<a title=\"x|y\">z</a>", "<a title=\"x\\|y\">z</a>"), ("a \\| b", "a \\| b"), ("c", "c"),
        (#"$a\\b$"#, #"$a\\b$"#),
    ])
    func `bars in code, formulas and tags are escaped`(cell: String, expected: String) throws {
        #expect(
            try written("Text `a|b`\n\n> | h |\n> |---|\n> | \(cell) |\n")
                == "Text `a|b`\n\n> | h |\n> |---|\n> | \(expected) |\n")
        #expect(try written("| \(cell) |\n|---|\n") == "| \(expected) |\n|---|\n")
    }

    @Test func `text that is no table stays`() throws {
        let text = "a `b|c` $|x|$\n\n```swift\n//| echo: true\nlet a = 1 | 2\n```\n\n    |a|\n    |-|\n"
        #expect(try written(text) == text)
    }
}
