import Testing

@testable import Chapters

/// Raw HTML that takes the rest of the chapter.
@Suite struct UnclosedHTMLTests {
    private func warnings(_ text: String) throws -> [String] {
        try Chapter(parsing: text, path: "a.md").warnings.map { warning in
            "\(warning.location!.line): \(warning.message) (\(warning.notes.map(\.message).joined()))"
        }
    }

    @Test(arguments: [
        ("Text\n\n<!-- a\n\n```swift\n1\n```\n", "<!--", "-->", 3), ("---\ntitle: T\n---\n  <!--\n", "<!--", "-->", 4),
        ("<pre>\n\n```swift\n1\n```\n", "<pre>", "</pre>", 1), ("<SCRIPT src=a>\n", "<SCRIPT>", "</SCRIPT>", 1),
        ("- a\n- <!-- b\n\nText\n", "<!--", "-->", 2), ("<?php a\n\nb\n", "<?", "?>", 1),
    ])
    func `it is told with its line`(text: String, opening: String, end: String, line: Int) throws {
        #expect(
            try warnings(text) == [
                "\(line): '\(opening)' of this line is not closed; the text and the cells below are part of it (end it with '\(end)')"
            ])
    }

    @Test(arguments: [
        "<!-- a\n\nb -->\n\nText\n", "<!-- a -->\n", "<style>\na\n\n</STYLE>\n", "<preface>\n\nText\n", "a <!-- b\n",
        "```\n<!-- a\n```\n", "<div>\n\n| a |\n|---|\n\n</div>\n",
    ])
    func `what is closed, or none, is not told`(text: String) throws {
        #expect(try warnings(text) == [])
    }
}
