import Testing

@testable import Reports

@Suite("Markup")
struct MarkupTests {
    @Test("escapes what is interpolated")
    func escapes() {
        let name = #"<script>alert("x & 'y'")</script>"#
        let markup: Markup = "<td>\(name)</td>"
        #expect(markup.html == "<td>&lt;script&gt;alert(&quot;x &amp; &#39;y&#39;&quot;)&lt;/script&gt;</td>")
    }

    @Test("takes other markup as it is")
    func nests() {
        let inner: Markup = "<b>\("&")</b>"
        #expect(("<p>\(inner)</p>" as Markup).html == "<p><b>&amp;</b></p>")
    }

    @Test(
        "replaces what HTML forbids",
        arguments: [
            ("a\u{0}b", "a␀b"), ("bell\u{7}", "bell␇"), ("\u{7F}", "␡"), ("\u{85}", "\u{FFFD}"),
            ("\u{FFFE}", "\u{FFFD}"), ("a\u{202E}b", "a\u{FFFD}b"), ("\u{2066}", "\u{FFFD}"), ("\u{202A}", "\u{FFFD}"),
            ("“a”… \u{200D}", "“a”… \u{200D}"),
            ("\u{1FFFF}", "\u{FFFD}"), ("tab\tand\nline", "tab\tand\nline"), ("\r\n", "␍\n"), ("é 한글 👟", "é 한글 👟"),
        ])
    func forbidden(text: String, html: String) {
        #expect(HTMLText.escaped(text) == html)
    }
}
