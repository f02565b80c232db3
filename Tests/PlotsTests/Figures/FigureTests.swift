import Display
import Glibc
import Tensors
import Testing

@testable import Plots

@Suite struct FigureTests {
    @Test func `The alternative text tells the course of each series`() {
        let figure = Figure {
            Axes(title: "Loss", xLabel: "Epoch") {
                LinePlot([0.52, 0.3, 0.11], label: "loss")
                LinePlot([0.4, 0.27, 0.5], label: "val_loss")
            }
        }
        #expect(
            figure.alternativeText == """
                Loss: Line chart of loss, val_loss by Epoch. loss: from 0.52 at 0 to 0.11 at 2. \
                val_loss: from 0.4 at 0 to 0.5 at 2, lowest 0.27 at 1.
                """)
    }

    @Test func `The alternative text of images tells how many and how large`() {
        let images = Tensor(shape: [6, 2, 3], Array(repeating: 0, count: 36))
        #expect(
            Figure.imageGrid(images, rows: 2, columns: 3).alternativeText
                == "6 images of 2 × 3 pixels in 2 rows and 3 columns.")
    }

    @Test func `The numbers behind lines are a table`() {
        let figure = Figure {
            Axes(xLabel: "Epoch") {
                LinePlot([0.5, 0.25], label: "loss")
                LinePlot([1, 2], [0.75, .nan], label: "val_loss")
            }
        }
        #expect(
            figure.table?.plainText == """
                Epoch  loss  val_loss
                ─────  ────  ────────
                    0   0.5
                    1  0.25      0.75
                    2
                """)
    }

    @Test func `A missing x takes its y along, and places that come twice make no table`() {
        let figure = Figure { LinePlot([.nan, 1, 2] as [Double], [7, 8, 9]) }
        #expect(figure.table?.rows == [["1", "8"], ["2", "9"]])
        #expect(Figure { Scatter([1, 1], [2, 3]) }.table == nil)
    }

    @Test func `Pictures and tables of numbers are told in words, too`() {
        let heatmap = Axes(title: "Errors") { Heatmap([[1, 2, 3], [4, 5, 900]]) }
        #expect(Figure([heatmap]).alternativeText == "Errors: Heat map of 2 × 3 numbers from 1 to 900.")
        #expect(Figure([Axes {}]).alternativeText == "An empty figure.")
    }

    @Test(arguments: [
        [1e-320, 2e-320], [-1e308, 1e308], [1.7e308], [5e-324], [1.0, 1 + 1e-15], [1e300, -1e300], [-0.0, 0.0],
        [Double.infinity, -Double.infinity], [1e-300, 1e300],
    ])
    func `Numbers at the ends of what doubles can hold are drawn, or left out`(values: [Double]) {
        for scale in [AxisScale.linear, .log] {
            let svg = Figure { Axes(xScale: scale, yScale: scale) { LinePlot(values, values, style: "o-") } }.svg
            #expect(!svg.contains("nan") && !svg.contains("inf"))
        }
    }

    @Test func `Limits between which no tick fits stop the cell`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Axes(yLimits: 1...1.0000000000000002)
        }
        #expect(
            result?.errorText.contains(
                "Axes: yLimits must reach from a number to a clearly larger one, but are 1.0...1.0000000000000002")
                == true)
    }

    @Test func `Images and very many points have no table`() {
        #expect(Figure([Axes { LinePlot((0..<501).map(Double.init)) }]).table == nil)
        #expect(Figure([Axes { HLine(1) }]).table == nil)
    }

    @Test func `The same figure is drawn as the same text`() {
        #expect(goldenFigures.allSatisfy { $0.figure().svg == $0.figure().svg })
    }

    @Test func `Marks by themselves, in a figure or in axes, are a figure`() {
        let mark = LinePlot([1, 2, 3])
        #expect(mark.output == Figure { mark }.output)
        #expect(mark.output == Axes { mark }.output)
    }

    @Test func `Figures and axes are shown wherever they stand`() {
        #expect(Figure.isShownWhereverItStands)
        #expect(Axes.isShownWhereverItStands)
    }

    @Test func `More axes than there is room for stop the cell`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Figure(rows: 1, columns: 2) { for _ in 0..<3 { Axes {} } }
        }
        #expect(result?.errorText.contains("Figure: 1 × 2 is room for 2 axes, but 3 were given") == true)
    }
}
