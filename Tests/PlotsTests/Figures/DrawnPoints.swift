@testable import Plots

/// The corners, ends and middles of what is drawn, without words.
enum DrawnPoints {
    /// Those of the marks of each axes, and the frame that they belong to.
    static func ofMarks(in figure: Figure) -> [(points: [PlotPoint], frame: Rectangle)] {
        guard case .panels(let grid) = figure.content else { return [] }
        let space = Rectangle(x: 0, y: 0, width: 600, height: 400)
        return PanelGridLayout(grid, in: space).panels.map { placed in
            (all(in: PanelDrawing(placed: placed).marks.map { [$0] } ?? []), placed.panel.frame)
        }
    }

    private static func all(in elements: [SVGElement]) -> [PlotPoint] {
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
