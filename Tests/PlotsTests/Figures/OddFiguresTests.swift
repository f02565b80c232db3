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
        let figure = odd.figure()
        guard case .panels(let grid) = figure.content else { return }
        let space = Rectangle(x: 0, y: 0, width: 600, height: 400)
        for placed in PanelGridLayout(grid, in: space).panels {
            let points = DrawnPoints.all(in: PanelDrawing(placed: placed).marks.map { [$0] } ?? [])
            let frame = placed.panel.frame
            // Half of the largest symbol, and what a density adds to it.
            let room = Rectangle(
                x: frame.x - 8, y: frame.y - 8, width: frame.width + 16, height: frame.height + 16)
            #expect(points.allSatisfy(room.contains), "\(points.first { !room.contains($0) }!) is outside of \(frame)")
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

/// The corners, ends and middles of what is drawn, without words.
private enum DrawnPoints {
    static func all(in elements: [SVGElement]) -> [PlotPoint] {
        elements.flatMap { element -> [PlotPoint] in
            let attributes = Dictionary(element.attributes.pairs.map { ($0.name, $0.value) }) { _, last in last }
            let number = { (name: String) in attributes[name].flatMap(Double.init) }
            var points = attributes["d"].map(path) ?? []
            if let x = number("x"), let y = number("y"), element.name != "text" {
                points += [PlotPoint(x, y), PlotPoint(x + (number("width") ?? 0), y + (number("height") ?? 0))]
            }
            if let x = number("cx"), let y = number("cy") { points.append(PlotPoint(x, y)) }
            if case .elements(let children) = element.content { points += all(in: children) }
            return points.map { moved($0, by: attributes["transform"]) }
        }
    }

    /// `translate(10 20) scale(2)`
    private static func moved(_ point: PlotPoint, by transform: String?) -> PlotPoint {
        guard let match = transform?.wholeMatch(of: /translate\((\S+) (\S+)\) scale\((\S+)\)/),
            let x = Double(match.1), let y = Double(match.2), let factor = Double(match.3)
        else { return point }
        return PlotPoint(x + point.x * factor, y + point.y * factor)
    }

    /// The places that a path moves and draws to.
    private static func path(_ text: String) -> [PlotPoint] {
        var place = PlotPoint(0, 0)
        return text.matches(of: /([MLmhv])(-?[0-9.]+)(?:,(-?[0-9.]+))?/).map { match in
            let (first, second) = (Double(match.2) ?? .nan, match.3.flatMap { Double($0) } ?? 0)
            switch match.1 {
            case "m": place = PlotPoint(place.x + first, place.y + second)
            case "h": place.x += first
            case "v": place.y += first
            default: place = PlotPoint(first, second)
            }
            return place
        }
    }
}
