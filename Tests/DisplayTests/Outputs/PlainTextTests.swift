import Testing

@testable import Display

@Suite struct PlainTextTests {
    @Test func aTrainingLogIsKerasTwoLinesAnEpoch() {
        let log = TrainingLog(
            modelName: "sequential", plannedEpochs: 3, stepsPerEpoch: 1407,
            epochs: [
                .init(number: 1, metrics: [Metric(name: "loss", value: 0.5), Metric(name: "val_loss", value: 0.25)])
            ])
        #expect(Output.training(log).plainText == "Epoch 1/3\n1407/1407 - loss: 0.5000 - val_loss: 0.2500")
    }

    @Test func whatCallbacksSaidStandsBelowItsEpoch() {
        let log = TrainingLog(
            modelName: "sequential", plannedEpochs: 9, stepsPerEpoch: 2,
            epochs: [
                .init(number: 1, metrics: []),
                .init(number: 2, metrics: [], remarks: ["Epoch 2: early stopping", "end"]),
            ])
        #expect(log.plainText == "Epoch 1/9\n2/2\nEpoch 2/9\n2/2\nEpoch 2: early stopping\nend")
    }

    @Test func tablesAreAligned() {
        let table = TableOutput(
            columns: [.init(name: "name"), .init(name: "n", isNumeric: true)], rows: [["a", "1"], ["long", "12"]])
        #expect(table.plainText == "name   n\n────  ──\na      1\nlong  12")
    }
}
