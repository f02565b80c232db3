import Glibc
import Plots
import Tensors

/// One figure for each mark.
let markFigures = [
    GoldenFigure("line-styles") {
        let x = stride(from: 0.0, through: 6.3, by: 0.7)
        return Figure {
            Axes(title: "Style strings", xLabel: "x", yLabel: "a sine and its kin") {
                for (index, style) in ["b-o", "r--s", "g-.^", "m:D", "c-x", "yv", "k-", "C6--*"].enumerated() {
                    LinePlot(x, x.map { sin($0 - Double(index) * 0.4) }, style: style, label: style)
                }
            }.legend()
        }
    },
    GoldenFigure("scatter") {
        let (x, noise) = (Noise.normals(180, seed: 3), Noise.normals(180, seed: 4))
        return Figure(columns: 2, size: (12, 4.5)) {
            Axes(title: "Two groups", xLabel: "length", yLabel: "width") {
                Scatter(x, zip(x, noise).map { $0 * 0.8 + $1 * 0.5 }, label: "boots")
                Scatter(noise.map { $0 * 0.7 + 3 }, x.map { $0 * 0.6 - 1 }, label: "sandals", symbol: .triangleUp)
            }.legend()
            Axes(title: "A third number as colour", xLabel: "length", yLabel: "width") {
                Scatter(x, noise, values: zip(x, noise).map { $0 + $1 }, valueLabel: "sum")
            }
        }
    },
    GoldenFigure("bars-grouped") {
        Figure {
            Axes(title: "Accuracy by class", yLabel: "accuracy") {
                Bar(classNames, [0.84, 0.98, 0.82, 0.9, 0.83, 0.97], label: "small network")
                Bar(classNames, [0.87, 0.99, 0.89, 0.93, 0.88, 0.99], label: "VGG-like")
            }.legend()
        }
    },
    GoldenFigure("bars-stacked") {
        Figure(columns: 2) {
            Axes(title: "Stacked") {
                Bar(2019...2024, [3, 4, 2, 5, 6, 4], label: "apples")
                Bar(2019...2024, [1, 2, 3, 2, 2, 5], label: "pears")
                Bar(2019...2024, [-1, -2, 0, -1, -3, -1], label: "losses")
            }.stacked().legend()
            Axes(title: "Horizontal", xLabel: "minutes") {
                Bar(["Keras", "PyTorch", "PyTorch, bf16", "ours"], [97, 95, 60, 40.5], isHorizontal: true)
            }
        }
    },
    GoldenFigure("histogram") {
        Figure(columns: 2) {
            Axes(title: "Weights", xLabel: "weight") { Histogram(Noise.normals(2000)) }
            Axes(title: "Whole numbers", xLabel: "eyes of two dice", yLabel: "throws") {
                Histogram(Noise.normals(300, seed: 9).map { Int(7 + 2.4 * $0) })
            }
        }
    },
    GoldenFigure("area") {
        let epochs = Array(0..<25)
        let mean = epochs.map { 0.9 - 0.5 * exp(-Double($0) / 5) }
        return Figure(columns: 2) {
            Axes(title: "Mean of five runs", xLabel: "Epoch") {
                Area(
                    epochs, lower: mean.map { $0 - 0.04 }, upper: mean.map { $0 + 0.03 }, label: "range", color: "b")
                LinePlot(epochs, mean, style: "b-", label: "mean")
            }.legend()
            Axes(title: "Filled to zero", xLabel: "hour") { Area(epochs.map { 3 + 2 * sin(Double($0) / 4) }) }
        }
    },
    GoldenFigure("error-bars") {
        Figure(columns: 2) {
            Axes(title: "Five runs each", xLabel: "filters", yLabel: "accuracy") {
                ErrorBars(
                    [8, 16, 32, 64, 128], [0.85, 0.872, 0.887, 0.893, 0.895], error: [0.01, 0.006, 0.004, 0.004, 0.003])
            }
            Axes(title: "Steps and rules", xLabel: "t") {
                Step([1, 3, 2, 4, 3], place: .before, label: "before")
                Step([0, 2, 1, 3, 2], place: .after, style: "--", label: "after")
                HLine(2.5, style: "k:", label: "limit")
                VLine(1)
                Text("here", at: (1.1, 3.6), alignment: .left)
            }.legend()
        }
    },
    GoldenFigure("heatmap") {
        let confusion = (0..<6).map { row in (0..<6).map { row == $0 ? 900 - 20 * row : (row * 7 + $0 * 13) % 40 } }
        return Figure(size: (8, 5.5)) {
            Axes(title: "Confusion matrix", xLabel: "predicted", yLabel: "true") {
                Heatmap(confusion, rowNames: classNames, columnNames: classNames, valueLabel: "images")
            }
        }
    },
    GoldenFigure("image-and-contour") {
        let heights = (0..<40).map { row in
            (0..<60).map { column in sin(Double(column) / 9) * cos(Double(row) / 8) * 100 }
        }
        return Figure(columns: 2, size: (11, 4)) {
            Axes(title: "An image") { Image(TestImages.boot(size: 28)) }
            Axes(title: "Lines of equal height", xLabel: "km") { Contour(heights, valueLabel: "m") }
        }
    },
    GoldenFigure("colored-images") {
        let colors = Tensor(
            shape: [3, 16, 16, 3],
            (0..<3 * 16 * 16 * 3).map { index in
                let (channel, column, row, image) = (index % 3, index / 3 % 16, index / 48 % 16, index / 768)
                return channel == image ? 1 : Float(channel == 0 ? row : column) / 16
            })
        return Figure.imageGrid(colors, rows: 1, columns: 4, titles: ["red", "green", "a name that takes two lines"])
    },
]

let classNames = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal"]
