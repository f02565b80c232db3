import Testing

@testable import Plots

@Suite struct AlternativeTextTests {
    /// A mark as an author would write it.
    private struct Lollipop: Mark {
        var values: [Double]
        var label: String?

        func smallMarks(in context: MarkContext) -> [SmallMark] {
            let points = values.enumerated().map { PlotPoint(Double($0), $1) }
            return [
                .segments(points.map { (PlotPoint($0.x, 0), $0) }, .init(context.color)),
                .symbols(points, .init(.circle, color: context.color)),
            ]
        }
    }

    @Test func `An author's own mark is told by its name and what it spans`() {
        #expect(
            Figure { Lollipop(values: [1, 9, 4]) }.alternativeText == "Lollipop: x from 0 to 2, y from 0 to 9.")
        #expect(
            Figure { Lollipop(values: [1.5], label: "rain") }.alternativeText == "Lollipop rain: x 0, y from 0 to 1.5.")
        #expect(
            Figure {
                LinePlot([1, 2])
                Lollipop(values: [3])
            }.alternativeText == "Line chart. From 1 at 0 to 2 at 1. Lollipop: x 0, y from 0 to 3.")
        #expect(Figure { Lollipop(values: []) }.alternativeText == "Lollipop: no values.")
    }

    @Test func `Lines through the frame and words are told where they are all there is`() {
        #expect(
            Figure {
                HLine(0.5)
                VLine(2000)
                Text("here", at: (1, 2))
            }.alternativeText == "A horizontal line at 0.5. A vertical line at 2000. The words “here”.")
        #expect(
            Figure {
                LinePlot([1, 2])
                HLine(0.5)
            }.alternativeText == "Line chart. From 1 at 0 to 2 at 1.")
        #expect(Figure { Axes {} }.alternativeText == "An empty figure.")
    }

    @Test func `Every sentence begins with a capital letter, but for the name of a series`() {
        #expect(Figure { LinePlot([Double]()) }.alternativeText == "Line chart. No values.")
        #expect(
            Figure { Bar(["a"], [2], label: "rain") }.alternativeText == "Bar chart of rain. rain: 2 at a.")
        #expect(Figure { Bar(["a", "b"], [2, 3]) }.alternativeText == "Bar chart. From 2 at a to 3 at b.")
    }

    @Test func `What has no place is told, too`() {
        #expect(
            Figure { Axes(yScale: .log) { LinePlot([1, 10, 0]) } }.alternativeText
                == "Line chart. From 1 at 0 to 0 at 2, highest 10 at 1. "
                + "1 value is not above zero and has no place on the logarithmic axis.")
    }
}
