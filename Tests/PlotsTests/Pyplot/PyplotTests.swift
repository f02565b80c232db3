import Tensors
import Testing

@testable import Plots

@Suite struct PyplotTests {
    @Test func `Code from matplotlib gives the same figure as the library's own words`() {
        let plt = Pyplot()
        plt.figure(figsize: (12, 4))
        plt.subplot(1, 2, 1)
        plt.title("Loss")
        plt.plot([0.5, 0.3], "b-", label: "loss")
        plt.plot([0.6, 0.4], "r--", label: "val_loss")
        plt.xlabel("Epoch")
        plt.legend()
        plt.subplot(1, 2, 2)
        plt.bar(["a", "b"], [1, 2])
        plt.ylim(0, 3)
        let own = Figure(rows: 1, columns: 2, size: (12, 4)) {
            Axes(title: "Loss", xLabel: "Epoch") {
                LinePlot([0.5, 0.3], style: "b-", label: "loss")
                LinePlot([0.6, 0.4], style: "r--", label: "val_loss")
            }.legend()
            Axes(yLimits: 0...3) { Bar(["a", "b"], [1, 2]) }
        }
        #expect(plt.current.svg == own.svg)
    }

    @Test func `Each column of a matrix is a line`() {
        let matrix = Tensor([[1.0, 20, 5], [3, 4, 5]])
        let (alone, shared, own) = (Pyplot(), Pyplot(), Pyplot())
        alone.plot(matrix, "o--")
        shared.plot([2, 7], matrix)
        own.plot(matrix, matrix * 2)
        #expect(
            alone.current.svg
                == Figure {
                    LinePlot([1, 3], style: "o--")
                    LinePlot([20, 4], style: "o--")
                    LinePlot([5, 5], style: "o--")
                }.svg)
        #expect(
            shared.current.svg
                == Figure {
                    LinePlot([2, 7], [1, 3])
                    LinePlot([2, 7], [20, 4])
                    LinePlot([2, 7], [5, 5])
                }.svg)
        #expect(
            own.current.svg
                == Figure {
                    LinePlot([1, 3], [2, 6])
                    LinePlot([20, 4], [40, 8])
                    LinePlot([5, 5], [10, 10])
                }.svg)
    }

    @Test func `Matrices of different columns are no lines`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Pyplot().plot(Tensor([[1, 2], [3, 4]]), Tensor([[1, 2, 3], [3, 4, 5]]))
        }
        #expect(
            result?.errorText
                == "plt.plot: x has 2 columns, but y has 3; there must be as many, or a single one of x\n")
    }

    @Test func `A subplot that is not there is named`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Pyplot().subplot(1, 2, 3)
        }
        #expect(
            result?.errorText.contains(
                "plt.subplot: expected rows, columns and a number in 1...rows × columns, but got (1, 2, 3)") == true)
    }

    @Test func `The arguments of a line have any of the orders that people write`() {
        let own = Figure { LinePlot([0, 1], [1, 2], style: "--", label: "loss", color: "r", width: 3) }.svg
        let calls: [(Pyplot) -> Void] = [
            { $0.plot([0, 1], [1, 2], "--", label: "loss", color: "r", linewidth: 3) },
            { $0.plot([0, 1], [1, 2], "--", label: "loss", linewidth: 3, color: "r") },
            { $0.plot([0, 1], [1, 2], "--", color: "r", label: "loss", linewidth: 3) },
            { $0.plot([0, 1], [1, 2], "--", color: "r", linewidth: 3, label: "loss") },
            { $0.plot([0, 1], [1, 2], "--", linewidth: 3, label: "loss", color: "r") },
            { $0.plot([0, 1], [1, 2], "--", linewidth: 3, color: "r", label: "loss") },
        ]
        for call in calls {
            let plt = Pyplot()
            call(plt)
            plt.legend()
            #expect(plt.current.svg == own)
        }
        let (short, long) = (Pyplot(), Pyplot())
        short.plot([1, 2], linewidth: 3, color: "r")
        long.plot([1, 2], color: "r", linewidth: 3)
        #expect(short.current.svg == long.current.svg)
    }

    @Test func `Legend, ticks and colour maps have matplotlib's words`() {
        let (plt, own) = (Pyplot(), Pyplot())
        plt.plot([1, 2], label: "a")
        plt.legend(loc: "lower right")
        plt.xticks([0, 1], ["first", "second"])
        plt.yticks([1, 2])
        plt.tight_layout()
        own.add(LinePlot([1, 2], label: "a"))
        own.change { $0 = $0.legend(.bottomRight).xTicks([0, 1], labels: ["first", "second"]).yTicks([1, 2]) }
        #expect(plt.current.svg == own.current.svg)
        #expect(ColorMap(stringLiteral: "RdBu_r") == .diverging)
        #expect(ColorMap(stringLiteral: "viridis_r") == ColorMap.viridis.reversed)
    }

    @Test func `An end of the colours that is not named is that of the image`() throws {
        func limits(_ vmin: Double?, _ vmax: Double?) throws -> ClosedRange<Float> {
            let plt = Pyplot()
            plt.imshow(Tensor([[0, 1], [2, 4]]), vmin: vmin, vmax: vmax)
            guard case .panels(let grid) = plt.current.content else {
                throw TextFile.Failure(path: "", message: "no panel")
            }
            return try #require(grid.panels[0].marks[0] as? Image).limits
        }
        #expect(try limits(nil, 2) == 0...2)
        #expect(try limits(1, nil) == 1...4)
        #expect(try limits(-1, 1) == -1...1)
        #expect(try limits(nil, nil) == 0...4)
    }

    @Test func `Ends of the colours that are none stop the cell`() async {
        let both = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Pyplot().imshow(Tensor([[0, 1]]), vmin: 3, vmax: 2)
        }
        #expect(both?.errorText == "plt.imshow: vmin must be below vmax, but they are 3.0 and 2.0\n")
        let one = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Pyplot().imshow(Tensor([[5, 6]]), vmax: 2)
        }
        #expect(
            one?.errorText
                == "plt.imshow: vmax must be above the image's smallest number, 5.0, or vmin be named, but is 2.0\n")
    }

    @Test func `Places and maps that are not there are named`() async {
        let place = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Pyplot().legend(loc: "center")
        }
        #expect(
            place?.errorText
                == "plt.legend: loc must be \"best\", \"upper left\", \"upper right\", \"lower left\" or \"lower right\", or "
                + "\"upper center\" for above the frame, but is \"center\"\n")
        let map = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Pyplot().imshow(Tensor([[0, 1]]), cmap: "jet")
        }
        #expect(
            map?.errorText
                == "colour map: \"jet\" is not known; expected \"gray\", \"viridis\", \"magma\" or \"RdBu_r\", and \"_r\" behind "
                + "a name for its colours from high to low\n")
    }
}
