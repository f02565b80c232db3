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

    @Test func `A text is broken at its own lines, and within a word that is wider than a line`() {
        let style = TextStyle.label
        #expect(style.wrapped("loss\nof five runs", to: 500) == ["loss", "of five runs"])
        let lines = style.wrapped("a verylongwordwithoutspaces", to: 60)
        #expect(lines.joined().replacing(" ", with: "") == "averylongwordwithoutspaces" && lines.count > 2)
        #expect(lines.allSatisfy { style.width(of: $0) <= 60 })
        #expect(style.wrapped("손실은다섯번의평균입니다", to: 60).count == 3)
    }

    @Test func `Texts that are cut can still be told apart`() {
        let style = TextStyle.tick
        func cut(_ texts: [String]) -> [String] { style.abbreviated(texts, to: 70) }
        #expect(cut(["alpha and more words", "beta and more words"]) == ["alpha and…", "beta and…"])
        #expect(cut(["a long name, part 1", "a long name, part 2"]) == ["a lon…art 1", "a lon…art 2"])
        #expect(cut(["a long name, part 1 of all", "a long name, part 2 of all"]) == ["…rt 1 of all", "…rt 2 of all"])
        let inside = cut([
            "the first of many words 1 and all of what follows", "the first of many words 2 and all of what follows",
        ])
        #expect(inside == ["…words 1…", "…words 2…"])
        #expect(cut(["short", "short too"]) == ["short", "short too"])
    }

    @Test(arguments: [
        (2e12, "2×10¹²"), (2.5e15, "2.5×10¹⁵"), (-1e-7, "−1×10⁻⁷"), (12_345.6, "12,346"), (0.271943, "0.2719"),
        (45_000, "45,000"), (999_999_999_999, "999,999,999,999"), (999_999_999_999.7, "1×10¹²"), (1234.56, "1235"),
    ])
    func `Numbers under a pointer are written as people read them`(value: Double, expected: String) {
        #expect(ValueText.short(value) == expected)
    }
}
