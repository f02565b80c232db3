import Testing

@testable import Reports

@Suite struct MarkdownTextTests {
    @Test(arguments: [
        ("a*b | x_1", "a\\*b \\| x_1"), ("_a_", "\\_a\\_"), ("one\r\ntwo\nthree\rfour", "one<br>two<br>three<br>four"),
        ("<b>&amp;", "\\<b\\>\\&amp;"), ("장_수 [x]", "장_수 \\[x\\]"),
        // With an accent above it, a bar is still the end of a table's cell.
        ("a|\u{301}b<\u{338}i", "a\\|\u{301}b\\<\u{338}i"),
    ])
    func whatMarkdownWouldReadAsMarkupIsEscaped(text: String, expected: String) {
        #expect(MarkdownText.escaped(text) == expected)
    }

    @Test(arguments: [
        ("A wave.", "*A wave.*"), ("A *wave*", "_A *wave*_"), ("A_ caption", "*A_ caption*"), ("*a* _b_", "*a* _b_"),
        ("", ""),
    ])
    func `what is Markdown itself is stressed by a mark that it has not`(markdown: String, expected: String) {
        #expect(MarkdownText.emphasized(markdown) == expected)
    }
}
