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

    @Test func `A subplot that is not there is named`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Pyplot().subplot(1, 2, 3)
        }
        #expect(
            result?.errorText.contains(
                "plt.subplot: expected rows, columns and a number in 1...rows × columns, but got (1, 2, 3)") == true)
    }
}
