import Display
import Testing

@testable import Reports

@Suite("A training run's HTML")
struct TrainingViewTests {
    private func log(epochs: Int) -> TrainingLog {
        let rows = (0..<epochs).map { index in
            let metrics = [
                Metric(name: "loss", value: 1 / Double(index + 1)),
                Metric(name: "val_loss", value: 0.5 + Double(index)),
            ]
            return TrainingLog.Epoch(number: index + 1, metrics: metrics)
        }
        return TrainingLog(modelName: "m", plannedEpochs: epochs, stepsPerEpoch: 9, epochs: rows)
    }

    /// The epochs in the table that is open to view.
    private func shownEpochs(_ html: String) -> [String] {
        let open = html.split(separator: "<details>")[0]
        return open.matches(of: /<th scope="row" class="number">(\d+)<\/th>/).map { String($0.output.1) }
    }

    @Test(
        "shows all of a few epochs, and the first, the last and some between of many",
        arguments: [
            (1, [1]), (3, [1, 2, 3]), (6, [1, 2, 3, 4, 5, 6]), (7, [1, 2, 4, 6, 7]), (25, [1, 5, 10, 15, 20, 25]),
            (30, [1, 10, 20, 30]), (60, [1, 20, 40, 60]), (1000, [1, 200, 400, 600, 800, 1000]),
        ])
    func chosenEpochs(count: Int, expected: [Int]) {
        #expect(shownEpochs(Sample.html(.training(log(epochs: count)))) == expected.map(String.init))
    }

    @Test("has every epoch in a fold, and Keras's lines in another")
    func folds() {
        let html = Sample.html(.training(log(epochs: 25)))
        #expect(html.contains("<details><summary>All 25 epochs</summary>"))
        #expect(html.contains("<td class=\"number\">0.1429</td><td class=\"number\">6.5000</td>"))
        #expect(
            html.contains("<details><summary>As text</summary>\n<pre class=\"stream\">\nEpoch 1/25\n9/9 - loss: 1.0000")
        )
    }

    @Test("draws a curve for each metric, and says in words what it shows")
    func curves() {
        let html = Sample.html(.training(log(epochs: 2)))
        #expect(html.contains("aria-label=\"loss: from 1.0000 to 0.5000\""))
        // Both share the scale of 0.5 … 1.5: the loss falls from the middle to the foot, its twin rises to the top.
        #expect(html.contains("<path d=\"M3 11L85 19\"/><circle cx=\"85\" cy=\"19\" r=\"2\"/>"))
        #expect(html.contains("<path d=\"M3 19L85 3\"/>"))
    }

    @Test("a curve has a gap where a value is missing, and lies in the middle where all are the same")
    func gaps() {
        let gap = Sparkline(values: [0, .nan, 1], range: 0...1).markup(label: "")
        #expect(gap.html.contains("<path d=\"M3 19M85 3\"/>"))
        let level = Sparkline(values: [2, 2], range: 2...2).markup(label: "")
        #expect(level.html.contains("<path d=\"M3 11L85 11\"/>"))
    }

    @Test("says what callbacks said, as text")
    func remarks() {
        let epochs = [TrainingLog.Epoch(number: 1, metrics: [], remarks: ["Epoch 1: a < b"])]
        let html = Sample.html(
            .training(TrainingLog(modelName: "m", plannedEpochs: 3, stepsPerEpoch: 1, epochs: epochs)))
        #expect(html.contains("</table></div>\n<p class=\"note\">Epoch 1: a &lt; b</p>\n"))
    }
}
