import Testing

@testable import Plots

@Suite struct SeriesStyleTests {
    struct Reading: Sendable, CustomTestStringConvertible {
        let text: String
        var color: PlotColor?
        var line: LineStyle?
        var symbol: Symbol?

        var testDescription: String { text }
    }

    @Test(arguments: [
        Reading(text: "r--", color: "r", line: .dashed),
        Reading(text: "--r", color: "r", line: .dashed),
        Reading(text: "bo", color: "b", symbol: .circle),
        Reading(text: "g-^", color: "g", line: .solid, symbol: .triangleUp),
        Reading(text: "k:", color: "k", line: .dotted),
        Reading(text: "m-.x", color: "m", line: .dashDotted, symbol: .cross),
        Reading(text: "C3-s", color: "C3", line: .solid, symbol: .square),
        Reading(text: "", line: .solid),
        Reading(text: "steelblue", color: "steelblue", line: .solid),
        Reading(text: ".", symbol: .point),
        Reading(text: "8", symbol: .octagon),
    ])
    func `Style strings are read as matplotlib reads them`(reading: Reading) {
        let style = SeriesStyle(reading.text, of: "LinePlot")
        #expect(style.color == reading.color)
        #expect(style.line == reading.line)
        #expect(style.symbol == reading.symbol)
    }

    @Test func `A character that says nothing is named`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = SeriesStyle("q-", of: "LinePlot")
        }
        #expect(
            result?.errorText.contains(
                "LinePlot: style \"q-\" has an unknown character \"q\"; expected a colour (b g r c m y k w, C0, C1, …), a line"
            ) == true)
    }

    @Test func `Two colours are one too many`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = SeriesStyle("rb-", of: "Step")
        }
        #expect(result?.errorText.contains("Step: style \"rb-\" names two colours, but there can be one") == true)
    }
}
