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
                    0  0.50
                    1  0.25      0.75
                    2             NaN
                """)
    }

    @Test func `The numbers behind a figure are told apart, and years are years`() {
        let figure = Figure {
            Axes(xLabel: "year") {
                LinePlot([1990, 1991, 1992], [1000.00001, 1000.00002, .infinity], label: "yield")
                LinePlot([1990, 1991, 1992], [5e9, 2e12, -.infinity], label: "people")
                Bar([1990, 1991, 1992], [-0.5, .nan, 1], label: "change")
            }
        }
        #expect(
            figure.table?.plainText == """
                year       yield             people  change
                ────  ──────────  ─────────────────  ──────
                1990  1000.00001      5,000,000,000    −0.5
                1991  1000.00002  2,000,000,000,000     NaN
                1992           ∞                 −∞     1.0
                """)
        #expect(
            figure.alternativeText.hasPrefix(
                "Line chart of yield, people, change by year. yield: from 1000.00001 at 1990 to 1000.00002 at 1991."))
        #expect(figure.svg.contains("year 1990 · yield 1000"))
    }

    @Test func `Whole numbers of a tensor are shown with all their digits`() {
        let figure = Figure { LinePlot(Tensor([16_777_217, 16_777_219])) }
        #expect(figure.table?.rows == [["0", "16,777,217"], ["1", "16,777,219"]])
        let heatmap = Figure { Heatmap(Tensor([[16_777_217, 16_777_219]])) }
        #expect(heatmap.alternativeText == "Heat map of 1 × 2 numbers from 16,777,217 to 16,777,219.")
        #expect(
            Figure { Heatmap([[1000.00001, 1000.00002]]) }.alternativeText
                == "Heat map of 1 × 2 numbers from 1000.00001 to 1000.00002.")
    }

    @Test func `A figure is printed as the words that stand for it`() {
        let mark = LinePlot([1, 2, 3])
        let text = "[figure: Line chart. From 1 at 0 to 3 at 2.]"
        #expect("\(mark)" == text && "\(Axes { mark })" == text && "\(Figure { mark })" == text)
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
            let figure = Figure { Axes(xScale: scale, yScale: scale) { LinePlot(values, values, style: "o-") } }
            let svg = figure.svgWithoutWords
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
