import Testing

@testable import Reports

@Suite("Terminal text")
struct TerminalTextTests {
    private func shown(_ text: String) -> [String] {
        TerminalText(text).lines.map { $0.map(\.text).joined() }
    }

    private func html(_ text: String) -> String {
        TerminalText(text).lines.map { $0.map { StyledText(run: $0).markup }.joined().html }.joined(separator: "\n")
    }

    @Test("keeps lines, and drops the last line break")
    func lines() {
        #expect(shown("one\n\ntwo\n") == ["one", "", "two"])
        #expect(shown("") == [])
        #expect(shown("\n") == [])
    }

    @Test(
        "shows colours as a terminal does",
        arguments: [
            ("\u{1B}[31mred\u{1B}[0m plain", "<span class=\"fg1\">red</span> plain"),
            ("\u{1B}[1;4;92mx\u{1B}[m", "<span class=\"bold underlined fg10\">x</span>"),
            ("\u{1B}[44;97mx", "<span class=\"fg15 bg4\">x</span>"),
            ("\u{1B}[38;5;208mx", "<span class=\"fg\" style=\"--fg:rgb(255 135 0)\">x</span>"),
            ("\u{1B}[38;5;9mx", "<span class=\"fg9\">x</span>"),
            ("\u{1B}[48;2;1;2;300mx", "<span class=\"bg\" style=\"--bg:rgb(1 2 255)\">x</span>"),
            ("\u{1B}[38:2::255:0:0mx", "<span class=\"fg\" style=\"--fg:rgb(255 0 0)\">x</span>"),
            (
                "\u{1B}[1mb\u{1B}[22mn\u{1B}[3;9;7;2mx\u{1B}[23;29;27;22my",
                "<span class=\"bold\">b</span>n"
                    + "<span class=\"faint italic inverse struck\">x</span>y"
            ),
            ("\u{1B}[31m<b>&", "<span class=\"fg1\">&lt;b&gt;&amp;</span>"),
        ])
    func colours(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test("carries a colour over the line's end")
    func overLines() {
        #expect(html("\u{1B}[31ma\nb") == "<span class=\"fg1\">a</span>\n<span class=\"fg1\">b</span>")
    }

    @Test(
        "does what moves the cursor within the line",
        arguments: [
            ("10 %\r20 %\r100 %", "100 %"), ("abc\rX", "Xbc"), ("abc\r\u{1B}[KX", "X"), ("abc\u{8}\u{8}X", "aXc"),
            ("abc\u{1B}[2Kd", "d"), ("windows\r", "windows"),
        ])
    func cursor(text: String, expected: String) {
        #expect(shown(text) == [expected])
    }

    @Test(
        "leaves out every other sequence and control character",
        arguments: [
            "a\u{1B}[2Jb", "a\u{1B}[10;20Hb", "a\u{1B}]0;a title\u{7}b", "a\u{1B}]8;;http://x\u{1B}\\b", "a\u{1B}(Bb",
            "a\u{1B}7b", "a\u{0}\u{7}b", "a\u{9B}31\u{7A}b", "a\u{1B}[?25lb", "a\u{1B}Pq#0\u{1B}\\b", "ab\u{1B}",
            "ab\u{1B}[",
            "ab\u{1B}[31", "a\u{7F}b",
        ])
    func others(text: String) {
        #expect(shown(text) == ["ab"])
    }

    @Test("loses no text behind a command that does not end in its line")
    func commandWithoutEnd() {
        #expect(shown("ab\u{1B}]never ends") == ["abnever ends"])
        #expect(shown("a\u{1B}]0;title\nb\u{7}\nc") == ["a0;title", "b", "c"])
    }
}
