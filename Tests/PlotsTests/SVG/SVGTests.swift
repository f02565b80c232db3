import Testing

@testable import Plots

@Suite struct SVGTests {
    @Test(arguments: [
        (12.304, "12.3"), (-0.001, "0"), (0.5, "0.5"), (-3.25, "-3.25"), (100, "100"), (0.05, "0.05"), (99.999, "100"),
        (.infinity, "1000000"), (-1e300, "-1000000"),
    ])
    func `Coordinates are short`(value: Double, expected: String) {
        #expect(SVGNumber.text(value) == expected)
    }

    @Test func `Text is never markup`() {
        let hostile = "</svg><script>alert(\"x\")</script>&amp;\u{0}\u{1B}]]>"
        let markup = SVGElement("text", ["data": hostile], text: hostile).titled(nil).markup()
        #expect(!markup.contains("<script"))
        #expect(!markup.contains("]]>"))
        #expect(!markup.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        let escaped = "&lt;/svg&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;amp;\u{FFFD}\u{FFFD}]]&gt;"
        #expect(markup == "<text data=\"\(escaped)\">\(escaped)</text>\n")
    }

    @Test(arguments: ["한국어", "עברית", "👩🏽‍🔬 🇰🇷", "é e\u{301}", "𝛼"])
    func `Any script passes unharmed`(text: String) {
        #expect(SVGElement("text", text: text).markup() == "<text>\(text)</text>\n")
    }

    @Test(arguments: goldenFigures)
    func `Figures can stand side by side in a page, and need nothing else`(golden: GoldenFigure) {
        let svg = golden.figure().svg
        #expect(!svg.contains(" id=\""))
        #expect(!svg.contains("url("))
        #expect(!svg.contains("<style"))
        #expect(!svg.contains("http") || svg.components("http").count == 2, "only the namespace is an address")
        #expect(svg.contains("role=\"img\""))
    }

    @Test func `A path starts anew after a gap, and a lone point is a dot`() {
        var path = PathData()
        path.addLine(through: [
            PlotPoint(0, 0), PlotPoint(1, 1), PlotPoint(2, .nan), PlotPoint(3, 3), PlotPoint(.nan, 4), PlotPoint(5, 5),
            PlotPoint(6, 6),
        ])
        #expect(path.text == "M0,0L1,1M3,3h0M5,5L6,6")
    }
}

extension String {
    /// The parts between occurrences of a separator.
    fileprivate func components(_ separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
