import Testing

@testable import Plots

@Suite struct TextDirectionTests {
    @Test(arguments: [
        ("الدقة (accuracy)", true), ("دقة", true), ("דיוק", true), ("3 דיוק", true), ("accuracy (דיוק)", false),
        ("", false), ("95 %", false), ("손실", false),
    ])
    func `The first letter decides`(text: String, expected: Bool) {
        #expect(TextDirection.isRightToLeft(text) == expected)
    }

    @Test func `Text from the right stands where text from the left would`() {
        func markup(_ text: String, _ anchor: TextAnchor) -> String {
            SVGElement.text(text, at: PlotPoint(1, 2), .label, anchor: anchor).markup()
        }
        #expect(
            markup("דיוק", .start)
                == "<text x=\"1\" y=\"2\" font-size=\"12\" text-anchor=\"end\" direction=\"rtl\">דיוק</text>\n")
        #expect(markup("דיוק", .end) == "<text x=\"1\" y=\"2\" font-size=\"12\" direction=\"rtl\">דיוק</text>\n")
        #expect(markup("loss", .end) == "<text x=\"1\" y=\"2\" font-size=\"12\" text-anchor=\"end\">loss</text>\n")
    }

    @Test(arguments: goldenFigures)
    func `A figure is the same in pages of any direction and any digits, and as wide as the page lets it`(
        golden: GoldenFigure
    ) {
        let head = golden.figure().svg.prefix(700)
        #expect(head.contains("style=\"direction:ltr;unicode-bidi:isolate;"))
        #expect(head.contains("font-variant-numeric:lining-nums tabular-nums\""))
        #expect(!head.contains("max-width") && !head.contains("height:auto"))
    }
}
