import Testing

@testable import Plots

@Suite struct ColorTests {
    @Test(arguments: Palette.colors)
    func `Every colour of the palette can be seen on white and on near-black`(color: RGB) {
        #expect(color.contrast(with: RGB(hex: 0xFFFFFF)) >= 3, "\(color.hex) on white")
        #expect(color.contrast(with: RGB(hex: 0x1E1E22)) >= 3, "\(color.hex) on near-black")
    }

    @Test(arguments: [
        ("b", "#0072b2"), ("tab:red", "#d55e00"), ("k", "currentColor"), ("C1", "#d55e00"), ("C8", "#0072b2"),
        ("0.5", "#808080"), ("steelblue", "steelblue"), ("#3366cc", "#3366cc"), ("#abc", "#abc"),
    ])
    func `Colours have matplotlib's names`(name: String, expected: String) {
        #expect(PlotColor(name).svgText == expected)
    }

    @Test(arguments: ["", "q", "#12", "#12345g", "C", "C-1", "1.5", "url(#x)", "red\"/><script>"])
    func `What is no colour has no paint`(name: String) {
        #expect(ColorNames.paint(of: name) == nil)
    }

    @Test func `A name that is not known stops the cell`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = PlotColor("bleu")
        }
        #expect(
            result?.errorText.contains(
                "colour: \"bleu\" is not known; expected a letter of \"bgrcmykw\", a name such as \"steelblue\"")
                == true)
    }

    @Test func `Colour maps run from end to end`() {
        #expect(ColorMap.gray.color(at: 0) == RGB(hex: 0x000000))
        #expect(ColorMap.gray.color(at: 0.5) == RGB(hex: 0x808080))
        #expect(ColorMap.viridis.color(at: 1) == RGB(hex: 0xFDE725))
        #expect(ColorMap.viridis.reversed.color(at: 1) == RGB(hex: 0x440154))
        #expect(ColorMap.diverging.color(at: 0.5) == RGB(hex: 0xF7F7F7))
        #expect(ColorMap.magma.color(at: -3) == ColorMap.magma.color(at: 0))
    }
}

extension RGB {
    /// By WCAG: from 1 to 21.
    fileprivate func contrast(with other: RGB) -> Double {
        let (first, second) = (relativeLuminance, other.relativeLuminance)
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }
}
