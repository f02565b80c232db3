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
}
