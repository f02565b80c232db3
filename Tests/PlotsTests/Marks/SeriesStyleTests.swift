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

    @Test func `Series beyond the colours have other dashes, and then symbols; what an author says stays`() {
        let plain = SeriesStyle("-", of: "LinePlot")
        #expect(plain.varied(0) == plain)
        #expect((1...3).map { plain.varied($0).line } == [.dashed, .dashDotted, .dotted])
        #expect(plain.varied(4).line == .solid && plain.varied(4).symbol == .circle)
        #expect(plain.varied(9).line == .dashed && plain.varied(9).symbol == .square)
        let chosen = SeriesStyle("--o", of: "LinePlot")
        #expect(chosen.varied(1) == chosen)
        #expect(Symbol.circle.varied(1) == .square && Symbol.star.varied(1) == .star)
    }

    @Test func `Ten series of one kind are ten different samples in the legend`() {
        let kinds: [(Int) -> any Mark] = [
            { LinePlot([1, Double($0)], label: "\($0)") }, { Scatter([1], [Double($0)], label: "\($0)") },
            { Bar(["a"], [Double($0)], label: "\($0)") }, { Area([1, Double($0)], label: "\($0)") },
            { ErrorBars([1], [Double($0)], error: [1], label: "\($0)") }, { Step([1, Double($0)], label: "\($0)") },
        ]
        for kind in kinds {
            let keys = LegendLayout.named(ResolvedAxes(Axes(marks: (0..<10).map(kind))).layers).map(\.key)
            for (index, key) in keys.enumerated() { #expect(!keys[..<index].contains(key), "\(kind(index)) \(index)") }
        }
    }
}
