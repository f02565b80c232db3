import Testing

@testable import Chapters

struct FigureCaptionTests {
    @Test(arguments: [
        ("A wave.", "A wave.", "A wave."),
        ("A *wave* & **more**", "A <em>wave</em> &amp; <strong>more</strong>", "A wave & more"),
        ("`a<b>` [here](x.md)", "<code>a&lt;b&gt;</code> <a href=\"x.html\">here</a>", "a<b> here"),
        ("1 * 2 and A_ caption", "1 * 2 and A_ caption", "1 * 2 and A_ caption"), ("", "", ""),
        ("one\ntwo\n", "one\ntwo", "one two"), ("one\n\ntwo", "<p>one</p>\n<p>two</p>\n", "one two"),
    ])
    func `a caption is Markdown within a line`(markdown: String, html: String, plainText: String) {
        let caption = FigureCaption(markdown)
        #expect(caption.html == html)
        #expect(caption.plainText == plainText)
    }

    @Test func `a caption has formulas, in words their TeX`() {
        let caption = FigureCaption("The *slope* of $\\sin x$, so")
        #expect(caption.html == "The <em>slope</em> of \(TeXMath("\\sin x", isDisplay: false).mathML), so")
        #expect(caption.plainText == "The slope of \\sin x, so")
    }

    @Test func `as Markdown it is one line`() {
        #expect(FigureCaption("one\ntwo\n").markdown == "one two")
    }
}
