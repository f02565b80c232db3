import Glibc
import Plots
import Tensors
import Testing

/// A figure of data that is odd in some way, and what must be readable in it.
struct OddFigure: Sendable, CustomTestStringConvertible {
    let name: String
    let says: [String]
    let figure: @Sendable () -> Figure

    init(_ name: String, says: String..., figure: @autoclosure @escaping @Sendable () -> Figure) {
        self.name = name
        self.says = says
        self.figure = figure
    }

    /// One axes with these marks.
    init(
        _ name: String, x: AxisScale = .linear, y: AxisScale = .linear, says: String...,
        @MarkBuilder marks: @escaping @Sendable () -> [any Mark]
    ) {
        self.name = name
        self.says = says
        figure = { Figure { Axes(title: name, xScale: x, yScale: y, marks) } }
    }

    var testDescription: String { name }

    /// The name in letters and digits.
    var fileName: String {
        String(name.map { $0.isLetter || $0.isNumber ? $0 : "-" })
    }
}

let oddFigures = emptyFigures + smallFigures + extremeFigures + logarithmicFigures + crowdedFigures + wordyFigures

private let emptyFigures = [
    OddFigure("a line without points", says: "no data") { LinePlot([Double](), label: "nothing") },
    OddFigure("bars without names", says: "no data") { Bar([String](), [Double]()) },
    OddFigure("a histogram of nothing", says: "no data") { Histogram([Double]()) },
    OddFigure("a table without rows", says: "no data") { Heatmap([[Double]]()) },
    OddFigure("nothing but NaN", says: "no data") { LinePlot([Double.nan, .nan], style: "o-") },
    OddFigure("no images", says: "no data", figure: Figure.imageGrid([Tensor](), rows: 1, columns: 2)),
]

private let smallFigures = [
    OddFigure("one point of a line") { LinePlot([0.42]) },
    OddFigure("one point") { Scatter([3], [4]) },
    OddFigure("one bar") { Bar(["only"], [3]) },
    OddFigure("one value") { Histogram([5]) },
    OddFigure("lone points between gaps") { LinePlot([1, .nan, 3, .nan, 2, 2.5, .nan, 4], style: "--") },
    OddFigure("a constant") { LinePlot([0.87, 0.87, 0.87]) },
    OddFigure("zeros") { Bar(["a", "b"], [0, 0]) },
    OddFigure("1 ± 1e-12") { LinePlot([1 - 1e-12, 1 + 1e-12, 1, 1 + 0.5e-12], style: "o-") },
    OddFigure("a table of 1 ± 1e-12") {
        Heatmap((0..<30).map { row in (0..<30).map { 1 + Double(row + $0) * 1e-13 } })
    },
]

private let extremeFigures = [
    OddFigure("infinite values", says: "2 values are infinite and have no place.") {
        LinePlot([1, Double.infinity, 2, -Double.infinity, 3])
    },
    OddFigure("infinite bars", says: "1 value is infinite and has no place.") {
        Bar(["a", "b", "c"], [1, .nan, .infinity])
    },
    OddFigure("2e307") { LinePlot([1, 2e307, -2e307], style: "o-") },
    OddFigure("1.7e308", says: "1 value is beyond what an axis can hold and has no place.") {
        LinePlot([1, 1.7e308, 5, 2])
    },
    OddFigure("bars of 1.7e308", says: "1 value is beyond what an axis can hold and has no place.") {
        Bar(["a", "b"], [1, 1.7e308])
    },
    OddFigure("a table of ±1.7e308") { Heatmap([[1.7e308, -1.7e308], [0, 1]]) },
    OddFigure("1e-300") { LinePlot([1e-300, 3e-300], style: "o-") },
    OddFigure("a billion and a millionth") { LinePlot([1e9, 1e9 + 1e-6, 1e9 + 3e-6], style: "o-") },
    OddFigure(
        "not numbers in a histogram", says: "3 values are not numbers that an axis can hold, and are not counted."
    ) {
        Histogram([1, 2, 2, 3, .nan, .infinity, 1.7e308])
    },
    OddFigure("an image with NaN", says: "Hatched: 25 pixels without a number.") { Image(holedImage) },
    OddFigure(
        "images with NaN", says: "Hatched: 25 pixels without a number.",
        figure: Figure.imageGrid([TestImages.boot(size: 28), holedImage], rows: 1, columns: 2)),
    OddFigure("a table with NaN", says: "Hatched: 2 cells without a number.") {
        Heatmap([[1, .nan, 3], [.nan, 5, 6]])
    },
    OddFigure("colours without a value", says: "Grey: 1 point without a value.") {
        Scatter([1, 2, 3], [1, 2, 3], values: [0, .nan, 5])
    },
]

private let logarithmicFigures = [
    OddFigure(
        "zero and below on a log axis", y: .log,
        says: "2 values are not above zero and have no place on the logarithmic axis."
    ) { LinePlot([100, 10, 0, -5, 1, 0.1], style: "o-") },
    OddFigure("only zero and below", y: .log, says: "nothing has a place here") { LinePlot([0, -1, -2]) },
    OddFigure(
        "log bars", y: .log, says: "2 values are not above zero and have no place on the logarithmic axis."
    ) { Bar(["a", "b", "c", "d"], [1, 1000, 0, -10]) },
    OddFigure("log error bars", y: .log, says: "2 ranges end where the axis does: the rest of them has no place.") {
        ErrorBars([1, 2, 3], [10, 1, 100], error: [5, 2, 100])
    },
    OddFigure("log area", y: .log, says: "1 range ends where the axis does: the rest of it has no place.") {
        Area([0, 1, 2, 3], lower: [1, -1, 0.5, 2], upper: [10, 8, 20, 30])
    },
    OddFigure("log area from zero", y: .log) { Area([3, 10, 100, 20]) },
    OddFigure("log from 1e-250 to 1e250", y: .log) { LinePlot([1e-250, 1, 1e250], style: "o-") },
    OddFigure("bars at powers of ten", x: .log, y: .log) { Bar([1, 10, 100, 1000], [3, 30, 500, 2]) },
    OddFigure("log histogram with empty ranges", y: .log) { Histogram([1, 1, 1, 1.2, 9, 9.5, 9.6], bins: 9) },
    OddFigure(
        "log bars from left to right", x: .log,
        says: "1 value is not above zero and has no place on the logarithmic axis."
    ) {
        Bar(["a", "b", "c"], [3, 100, 0], label: "one", isHorizontal: true)
        Bar(["a", "c"], [30, 7], label: "two", isHorizontal: true)
    },
    OddFigure("log around one number", y: .log) { LinePlot([5, 5, 5]) },
]

private let crowdedFigures = [
    OddFigure("bars at different names") {
        Bar(["a", "b", "c", "d", "e"], [1, 2, 3, 2, 1])
        Bar(["a", "e"], [4, 2])
    },
    OddFigure("places that differ in the last digit") {
        Bar([0.1, 0.2, 0.3], [1, 2, 3])
        Bar([0.1, 0.2, 0.1 + 0.2], [3, 2, 1])
    },
    OddFigure("bars at different years") {
        Bar([2000, 2001, 2002], [1, 2, 3])
        Bar([2000, 2010], [4, 2])
    },
    OddFigure(
        "ten labelled series",
        figure: Figure {
            Axes(title: "ten labelled series") {
                for index in 0..<10 {
                    LinePlot(
                        (0..<20).map { sin(Double($0 + index * 2) / 3) + Double(index) }, label: "series \(index)")
                }
            }.legend()
        }),
    OddFigure(
        "twenty series of points and bars",
        figure: Figure(columns: 2) {
            Axes(title: "points") {
                for index in 0..<20 {
                    Scatter([Double(index), Double(index) + 0.5], [1, Double(index)], label: "run \(index)")
                }
            }.legend()
            Axes(title: "bars") {
                for index in 0..<20 { Bar(["x", "y"], [Double(index), 20 - Double(index)], label: "\(index)") }
            }.stacked().legend()
        }),
    OddFigure("20,000 points") {
        Scatter(Noise.normals(20_000, seed: 3), Noise.normals(20_000, seed: 4), size: 3, opacity: 0.3)
    },
    OddFigure("3,000 points") {
        Scatter(Noise.normals(3000, seed: 3), Noise.normals(3000, seed: 4), opacity: 0.1)
    },
    OddFigure("20,000 points with values") {
        let (x, y) = (Noise.normals(20_000, seed: 3), Noise.normals(20_000, seed: 4))
        Scatter(x, y, values: zip(x, y).map { $0 * $1 }, size: 4)
    },
    OddFigure("20,000 values of a line", y: .log) {
        LinePlot(Noise.normals(20_000, seed: 8).map { exp($0 * 3) })
    },
    OddFigure(
        "thirty long names",
        figure: Figure {
            Axes(title: "thirty long names") { Bar(longNames, longNames.indices.map { Double($0 % 7) + 1 }) }
        }),
    OddFigure(
        "thirty long names from top to bottom",
        figure: Figure(size: (9, 7)) {
            Axes(title: "thirty long names") {
                Bar(longNames, longNames.indices.map { Double($0 % 7) + 1 }, isHorizontal: true)
            }
        }),
    OddFigure("a table with long names") {
        let names = (0..<12).map { "class number \($0) of the set" }
        Heatmap((0..<12).map { row in (0..<12).map { Double(row * $0) / 7 } }, rowNames: names, columnNames: names)
    },
    OddFigure(
        "a legend over lines",
        figure: Figure {
            Axes(title: "a legend over lines") {
                LinePlot([1, 2, 3], label: "a label that is long and must break into lines somewhere in the frame")
                LinePlot([3, 2, 1], label: "short")
            }.legend(.bottomLeft)
        }),
    OddFigure("names that wrap") {
        Bar(
            [
                "the first network of the chapter", "the second one, which is larger", "a third that is larger still",
                "ours",
            ], [1, 2, 3, 2.5])
    },
    OddFigure(
        "large numbers in small cells",
        figure: Figure(size: (5, 4)) {
            Heatmap(largeNumbers)
        }),
]

private let wordyFigures = [
    OddFigure(
        "long words", says: "at the edge",
        figure: Figure(columns: 2, title: String(repeating: "A title of the whole figure that is long. ", count: 4)) {
            Axes(
                title: "How the loss of the network changes with the number of filters in its first layer",
                xLabel: "the number of filters in the first layer of the network, as a power of two",
                yLabel: "loss on the images held out, the mean of five runs with different seeds"
            ) {
                LinePlot(
                    [1, 3, 2], label: "a label that is far too long to stand in a corner of such a small frame")
                Text("at the edge of the frame", at: (2, 3), alignment: .left)
            }.legend()
            Axes(title: "Averyveryveryveryverylongtitlewithoutasinglespacethatcannotbebrokenbetweenwords") {
                LinePlot([1, 3, 2])
                Text("a text that is much longer than the frame is wide, whatever one does about it", at: (1, 2))
            }
        }),
    OddFigure(
        "four narrow panels",
        figure: Figure(columns: 4, size: (12, 3)) {
            for index in 0..<4 {
                Axes(title: "panel \(index)", xLabel: "a label of the x axis that is longer than the axis") {
                    LinePlot([1e5 * Double(index), 2e5, 3e5])
                }
            }
        }),
    OddFigure(
        "words from right to left", says: "دقة الشبكة (accuracy): 95%",
        figure: Figure(title: "דיוק הרשת") {
            Axes(title: "دقة الشبكة (accuracy): 95%", xLabel: "الحقبة", yLabel: "דיוק (accuracy)") {
                LinePlot([0.6, 0.8, 0.9], label: "التدريب")
                LinePlot([0.5, 0.7, 0.75], label: "תיקוף (val)")
                Text("هنا", at: (2, 0.9), alignment: .left)
            }.legend()
        }),
    OddFigure("a tiny figure", figure: Figure(size: (0.6, 0.6)) { Axes(title: "tiny") { LinePlot([1, 2]) } }),
    OddFigure(
        "a wide figure",
        figure: Figure(size: (40, 1.2)) { Axes(xLabel: "t") { LinePlot((0..<300).map { sin(Double($0) / 5) }) } }),
    OddFigure(
        "a high figure",
        figure: Figure(size: (1.5, 14)) { Axes(title: "a high figure") { LinePlot([1, 5, 2], style: "o") } }),
]

private let longNames = (1...30).map { "a category with a long name, number \($0) of the list" }

private let holedImage: Tensor = {
    var pixels = TestImages.boot(size: 28).withFloats(Array.init)
    for row in 4..<9 { for column in 12..<17 { pixels[row * 28 + column] = .nan } }
    return Tensor(shape: [28, 28], pixels)
}()

private let largeNumbers: [[Double]] = (0..<10).map { row in
    (0..<10).map { (column: Int) -> Double in
        let number: Int = (row * 7919 + column * 104_729) % 1_000_000
        return Double(number) + 0.25
    }
}
