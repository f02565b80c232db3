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
}
