import Glibc
import Plots

/// What axes can do.
let axesFigures = [
    GoldenFigure("log-scales") {
        Figure(columns: 2) {
            Axes(title: "Learning rate", xLabel: "step", yLabel: "rate", yScale: .log) {
                LinePlot((0..<50).map { 0.1 * pow(0.8, Double($0)) })
            }
            Axes(title: "Both axes", xLabel: "n", yLabel: "seconds", xScale: .log, yScale: .log) {
                LinePlot([1, 10, 100, 1000, 10_000], [0.002, 0.01, 0.12, 1.4, 15], style: "o-")
            }
        }
    },
    GoldenFigure("twin-axis") {
        Figure {
            Axes(title: "Loss and accuracy", xLabel: "Epoch", yLabel: "loss") {
                LinePlot(Curves.loss, style: "b-", label: "loss")
            }.twin(yLabel: "accuracy") {
                LinePlot(Curves.accuracy, style: "r--", label: "accuracy")
            }.legend()
        }
    },
    GoldenFigure("shared-axes") {
        Figure(rows: 2, columns: 2, sharedX: true, sharedY: true) {
            for factor in [1.0, 2, 3, 4] {
                Axes(title: "× \(Int(factor))", xLabel: "t", yLabel: "value") {
                    LinePlot((0..<30).map { factor * sin(Double($0) / 4) })
                }
            }
        }
    },
    GoldenFigure("limits-and-words") {
        Figure(columns: 2, title: "하나의 그림 🌊 شكل") {
            Axes(title: "</svg><script>alert('&')</script>", xLabel: "손실 (loss)", yLabel: "עברית", yLimits: 0...1) {
                LinePlot([0.2, 1.4, 0.7, -0.5, 0.4], label: "\"quoted\" & <b>bold</b>")
                LinePlot([0.9, 0.6, 0.5, 0.3, 0.1], label: "검증 손실 🎉")
            }.legend()
            Axes(title: "Ticks of one's own").withoutScales()
        }.caption(
            "A caption that is long enough to need a second line, because it says very much about the two axes above, "
                + "and about how it came that they are here.")
    },
    GoldenFigure("crowded-legend") {
        Figure {
            Axes(title: "No corner is free", xLabel: "t") {
                for series in 0..<5 {
                    LinePlot(
                        (0..<60).map { sin(Double($0) * 0.9 + Double(series)) }, label: "series number \(series + 1)")
                }
            }.legend()
        }
    },
]
