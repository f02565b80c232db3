import Glibc
import Testing

@testable import Plots

/// Whatever the data, nothing is hidden silently, nothing overlaps and nothing is cut.
///
/// To look at all of them in a browser:
///
///     PLOTS_SHEET=/tmp/figures.html swift test --filter OddFiguresTests
@Suite struct OddFiguresTests {
    @Test(arguments: oddFigures)
    func `Only finite numbers are written`(odd: OddFigure) {
        let svg = odd.figure().svgWithoutWords
        for text in ["nan", "inf", "1000000"] { #expect(!svg.contains(text)) }
    }

    @Test(arguments: oddFigures)
    func `What is not drawn is told in words`(odd: OddFigure) {
        let figure = odd.figure()
        let texts = TextBox.all(in: FigureCanvas(figure).elements).map(\.text)
        for words in odd.says { #expect(texts.joined(separator: " ").contains(words), "\(texts)") }
        if odd.says.isEmpty {
            let notes = ["no data", "no place", "Hatched", "not counted", "Grey:"]
            #expect(!texts.contains { text in notes.contains(where: text.contains) }, "\(texts)")
        }
        for words in odd.says where words.hasSuffix(".") { #expect(figure.alternativeText.contains(words)) }
    }

    @Test(arguments: oddFigures)
    func `Words neither overlap nor leave the figure`(odd: OddFigure) {
        let canvas = FigureCanvas(odd.figure())
        let boxes = TextBox.all(in: canvas.elements).filter { !$0.text.isEmpty }
        for (index, box) in boxes.enumerated() {
            let bounds = box.turnedBounds
            #expect(
                bounds.x >= -1 && bounds.maxX <= canvas.width + 1 && bounds.y >= -1
                    && bounds.maxY <= canvas.height + 1, "\"\(box.text)\" leaves the figure: \(bounds)")
            for other in boxes[(index + 1)...]
            where !box.isSlanted && !other.isSlanted && box.bounds.intersects(other.bounds) {
                Issue.record("\"\(box.text)\" and \"\(other.text)\" overlap")
            }
        }
    }

    @Test(arguments: oddFigures)
    func `Marks stay in their frame`(odd: OddFigure) {
        for (points, frame) in DrawnPoints.ofMarks(in: odd.figure()) {
            // Half of the largest symbol, and what a density adds to it.
            let room = Rectangle(
                x: frame.x - 8, y: frame.y - 8, width: frame.width + 16, height: frame.height + 16)
            let outside = points.first { !room.contains($0) }
            #expect(outside == nil, "outside of \(frame)")
        }
    }

    @Test func `There are forty figures and more, each by its own name`() {
        #expect(oddFigures.count >= 40)
        #expect(Set(oddFigures.map { $0.name }).count == oddFigures.count)
    }

    @Test(.enabled(if: getenv("PLOTS_SHEET") != nil))
    func `The sheet is written`() throws {
        let figures = oddFigures.map { "<h2>\($0.name)</h2>\n\($0.figure().svg)" }.joined(separator: "\n")
        let style = "svg{display:block;max-width:100%;height:auto} body{columns:2 600px;font-family:serif}"
        let page = "<!DOCTYPE html><meta charset=utf-8><style>\(style) h2{font-size:1rem}</style>\n\(figures)"
        try TextFile.write(page, to: String(cString: getenv("PLOTS_SHEET")))
    }
}
