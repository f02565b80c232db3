import Testing

@testable import Plots

@Suite struct TextStyleTests {
    @Test func `Widths are those of the font's table`() {
        #expect(TextStyle(size: 10, isBold: false).width(of: "0.5") == 15.9)
        #expect(TextStyle(size: 10, isBold: false).width(of: "한글") == 20)
        #expect(
            TextStyle(size: 10, isBold: false).width(of: "e\u{301}")
                == TextStyle(size: 10, isBold: false).width(of: "é"))
        #expect(TextStyle(size: 10, isBold: true).width(of: "a") > TextStyle(size: 10, isBold: false).width(of: "a"))
    }

    @Test func `A text that is too wide ends in an ellipsis`() {
        let style = TextStyle.label
        #expect(style.fitted("short", to: 100) == "short")
        let cut = style.fitted("a rather long name", to: 60)
        #expect(cut == "a rathe…")
        #expect(style.width(of: cut) <= 60)
    }

    @Test func `A text is broken between words`() {
        #expect(TextStyle.label.wrapped("one two three four", to: 55) == ["one two", "three", "four"])
        #expect(TextStyle.label.wrapped("one two three four", to: 55, lines: 2) == ["one two", "three f…"])
        #expect(TextStyle.label.wrapped("", to: 55) == [])
    }
}
