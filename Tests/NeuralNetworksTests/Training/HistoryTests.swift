import Display
import Testing

@testable import NeuralNetworks

@Suite struct HistoryTests {
    @Test func `holds a value an epoch under each name`() {
        var history = History()
        history.append(epoch: 1, [Metric(name: "loss", value: 0.5), Metric(name: "val_loss", value: 0.6)])
        history.append(epoch: 2, [Metric(name: "loss", value: 0.25), Metric(name: "val_loss", value: 0.55)])
        #expect(history["val_loss"] == [0.6, 0.55])
        #expect(history.names == ["loss", "val_loss"])
        #expect(history.description == "History of 2 epochs; epoch 2: loss: 0.2500 - val_loss: 0.5500")
    }

    @Test func `an evaluation reads like a list of numbers`() {
        let metrics = [Metric(name: "loss", value: 0.501234), Metric(name: "accuracy", value: 0.887)]
        let evaluation = Evaluation(metrics: metrics)
        #expect(evaluation.description == "[0.5012, 0.887]")
        #expect(evaluation[1] == 0.887)
        #expect(evaluation["loss"] == 0.501234)
        #expect(evaluation.output == .metrics(metrics))
    }
}
