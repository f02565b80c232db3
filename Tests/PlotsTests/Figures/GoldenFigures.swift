import Plots
import Tensors
import Testing

/// A figure with the name of its file.
struct GoldenFigure: Sendable, CustomTestStringConvertible {
    let name: String
    let figure: @Sendable () -> Figure

    init(_ name: String, _ figure: @escaping @Sendable () -> Figure) {
        self.name = name
        self.figure = figure
    }

    var testDescription: String { name }
}

/// The figures of the chapter, one for each mark, and the edge cases.
let goldenFigures =
    chapterFigures + markFigures + axesFigures + edgeFigures
    + oddFigures.map { GoldenFigure("odd-\($0.fileName)", $0.figure) }

/// The training curves of the small network, as a run of the chapter gave them.
enum Curves {
    static let loss = [
        0.533, 0.386, 0.342, 0.315, 0.295, 0.279, 0.265, 0.252, 0.242, 0.231, 0.222, 0.214, 0.206, 0.199, 0.191, 0.185,
        0.179,
        0.173, 0.168, 0.163, 0.159, 0.154, 0.151, 0.147, 0.143,
    ]
    static let validationLoss = [
        0.412, 0.369, 0.344, 0.331, 0.322, 0.329, 0.318, 0.324, 0.331, 0.328, 0.341, 0.338, 0.352, 0.361, 0.358, 0.374,
        0.381,
        0.379, 0.401, 0.412, 0.409, 0.431, 0.438, 0.452, 0.471,
    ]
    static let accuracy = loss.map { 1 - 0.352 * $0 }
    static let validationAccuracy = validationLoss.map {
        0.982 - 0.21 * ($0 > 0.331 ? 0.36 + ($0 - 0.331) * 0.05 : $0) - 0.02
    }
}

let chapterFigures = [
    GoldenFigure("curves") {
        Figure(rows: 1, columns: 2, size: (12, 4)) {
            Axes(title: "Loss", xLabel: "Epoch") {
                LinePlot(Curves.loss, style: "b-", label: "loss")
                LinePlot(Curves.validationLoss, style: "r--", label: "val_loss")
            }.legend()
            Axes(title: "Accuracy", xLabel: "Epoch") {
                LinePlot(Curves.accuracy, style: "g-", label: "accuracy")
                LinePlot(Curves.validationAccuracy, style: "k--", label: "val_accuracy")
            }.legend()
        }
    },
    GoldenFigure("filtered-images") {
        let image = TestImages.boot(size: 28)
        let filtered = [TestImages.edges(of: image, vertical: true), TestImages.edges(of: image, vertical: false)]
        return Figure.imageGrid(
            [image] + filtered, rows: 1, columns: 3, colorMap: .gray,
            titles: ["the image", "vertical edges", "horizontal edges"])
    },
    GoldenFigure("image-grid") {
        Figure.imageGrid(TestImages.batch(16), rows: 4, columns: 4, colorMap: .viridis, title: "Sixteen images")
    },
]
