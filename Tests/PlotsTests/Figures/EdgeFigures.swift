import Glibc
import Plots

/// Data that plotting libraries stumble over.
let edgeFigures = [
    GoldenFigure("edge-empty") {
        Figure(columns: 3) {
            Axes(title: "No marks") {}
            Axes(title: "No data") { LinePlot([Double](), label: "nothing") }.legend()
            Axes(title: "Only NaN") { LinePlot([Double.nan, .nan]) }
        }
    },
    GoldenFigure("edge-one-point") {
        Figure(columns: 3) {
            Axes(title: "One point") { LinePlot([0.42]) }
            Axes(title: "One bar") { Bar(["only"], [3]) }
            Axes(title: "One value") { Histogram([5]) }
        }
    },
    GoldenFigure("edge-constant") {
        Figure(columns: 3) {
            Axes(title: "A fraction") { LinePlot([0.87, 0.87, 0.87]) }
            Axes(title: "Whole") { LinePlot([10, 10, 10]) }
            Axes(title: "Zero") { LinePlot([0, 0, 0]) }
        }
    },
    GoldenFigure("edge-gaps") {
        Figure(columns: 2) {
            Axes(title: "Missing values") {
                LinePlot([1, 2, .nan, 4, 3, .infinity, 2, 1, .nan, 5])
                LinePlot([nil, 1.5, 2, nil, 2.5] as [Double?], style: "o--")
            }
            Axes(title: "Negative on a log axis", yScale: .log) {
                LinePlot([100, 10, 0, -5, 1, 0.1])
            }
        }
    },
    GoldenFigure("edge-magnitudes") {
        Figure(columns: 3) {
            Axes(title: "10⁹") { LinePlot([0.2e9, 1e9, 0.7e9]) }
            Axes(title: "10⁻⁹") { LinePlot([1e-9, 4e-9, 2e-9]) }
            Axes(title: "10⁹ and a little") { LinePlot([1e9, 1e9 + 3, 1e9 + 1]) }
        }
    },
    GoldenFigure("edge-hundred-categories") {
        Figure {
            Axes(title: "A hundred categories", yLabel: "count") {
                Bar((1...100).map { "category \($0)" }, (1...100).map { 50 + 40 * sin(Double($0) / 9) })
            }
        }
    },
    GoldenFigure("edge-small") {
        Figure(size: (2, 1.5)) {
            Axes(title: "A very small figure", xLabel: "a long label of the x axis", yLabel: "a long label of y") {
                LinePlot([1.25, 3.5, 2.75], label: "a name that is too long for it")
            }.legend()
        }
    },
    GoldenFigure("edge-many-points") {
        var noise = Noise(5)
        var level = 0.0
        let walk = (0..<100_000).map { _ in
            level += noise.normal()
            return level
        }
        return Figure { Axes(title: "A hundred thousand points") { LinePlot(walk) } }
    },
]
