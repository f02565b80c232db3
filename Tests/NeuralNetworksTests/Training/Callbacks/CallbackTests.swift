import Synchronization
import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct CallbackTests {
    private static let x = Tensor.random([10, 3])
    private static let y = Tensor.randomLabels(10, classes: 2)

    private func makeModel() -> Sequential {
        let model = Sequential(seed: 1, [Dense(units: 2, activation: .softmax, inputShape: [3])])
        model.compile(optimizer: .adam, loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
        return model
    }

    /// An author's own callback: notes what it is told.
    private final class Notes: Callback {
        var lines: [String] = []

        func onTrainBegin(of model: Model) { lines.append("begin \(model.name)") }
        func onTrainEnd(of model: Model) { lines.append("end") }
        func onEpochBegin(_ epoch: Int, of model: Model) { lines.append("epoch \(epoch)") }
        func onEpochEnd(_ epoch: Int, logs: [String: Double], of model: Model) {
            lines.append("epoch \(epoch) \(logs.keys.sorted())")
        }
        func onBatchEnd(_ batch: Int, logs: [String: Double], of model: Model) {
            lines.append("batch \(batch) \(logs.keys.sorted())")
        }
    }

    @Test func `is told of every moment, in order`() {
        let notes = Notes()
        makeModel().fit(
            Self.x, Self.y, epochs: 2, batchSize: 4, validationSplit: 0.3, initialEpoch: 1, callbacks: [notes],
            verbose: 0)
        #expect(
            notes.lines == [
                "begin model", "epoch 1", #"batch 0 ["accuracy", "loss"]"#, #"batch 1 ["accuracy", "loss"]"#,
                #"epoch 1 ["accuracy", "loss", "val_accuracy", "val_loss"]"#, "end",
            ])
    }

    @Test func `ends the fit after the present step, and the epoch is finished`() {
        let model = makeModel()
        var batches = 0
        let history = model.fit(
            Self.x, Self.y, epochs: 5, batchSize: 4, validationData: (Self.x, Self.y),
            callbacks: [
                LambdaCallback(onBatchEnd: { batch, logs in
                    batches += 1
                    if batches == 4 { model.stopTraining = true }
                })
            ], verbose: 0)
        #expect(batches == 4)
        #expect(history.epochs == [1, 2])
        #expect(model.history?["val_loss"].count == 2)
        // The next fit begins anew.
        #expect(model.fit(Self.x, Self.y, verbose: 0).epochs == [1])
    }

    @Test func `closures are told what a callback is told`() {
        var lines: [String] = []
        makeModel().fit(
            Self.x, Self.y, epochs: 1, batchSize: 5,
            callbacks: [
                LambdaCallback(
                    onEpochBegin: { lines.append("epoch \($0)") },
                    onEpochEnd: { lines.append("epoch \($0) \($1.count)") },
                    onTrainBegin: { lines.append("begin") }, onTrainEnd: { lines.append("end") },
                    onBatchEnd: { lines.append("batch \($0) \($1.count)") })
            ], verbose: 0)
        #expect(lines == ["begin", "epoch 0", "batch 0 2", "batch 1 2", "epoch 0 2", "end"])
    }

    @Test func `says once that what it watches is NaN`() {
        let model = Sequential(seed: 1, [Dense(units: 1, inputShape: [3])])
        model.compile(optimizer: .sgd, loss: .meanSquaredError)
        var run: TrainingRun?
        let end = LambdaCallback(onTrainEnd: { run = model.trainingRun })
        let stopping = EarlyStopping(patience: 3, restoreBestWeights: true)
        let nothing = Tensor(shape: [10], Array(repeating: Float.nan, count: 10))
        for _ in 0..<2 {
            model.fit(
                Self.x, Self.y, epochs: 9, validationData: (Self.x, nothing),
                callbacks: [stopping, ReduceLROnPlateau(monitor: "val_loss"), end], verbose: 0)
            #expect(
                run?.view.log.epochs.map(\.remarks) == [
                    [
                        "val_loss is NaN, which EarlyStopping never takes for the best value",
                        "val_loss is NaN, which ReduceLROnPlateau never takes for the best value",
                    ], [], ["EarlyStopping restores no weights: val_loss was NaN in each epoch"],
                ])
        }
    }

    @Test func `what it says is in the training's output`() {
        let model = makeModel()
        var run: TrainingRun?
        // Nothing is better than −1, so the first epoch stays the best.
        let stopping = EarlyStopping(
            monitor: "loss", minDelta: 100, patience: 2, verbose: 1, restoreBestWeights: true)
        model.fit(
            Self.x, Self.y, epochs: 9,
            callbacks: [EarlyStopping(), LambdaCallback(onTrainEnd: { run = model.trainingRun }), stopping],
            verbose: 0)
        #expect(
            run?.view.log.epochs.map(\.remarks) == [
                ["EarlyStopping watches val_loss, which is not measured; there are accuracy, loss"], [],
                ["Epoch 3: early stopping", "Restoring model weights from the end of the best epoch: 1."],
            ])
        #expect(stopping.stoppedEpoch == 2)
    }

    @Test func `an early end with the best weights restored leaves the model as it was then`() {
        let (model, other) = (makeModel(), makeModel())
        model.fit(
            Self.x, Self.y, epochs: 4,
            callbacks: [EarlyStopping(monitor: "loss", minDelta: 9, patience: 3, restoreBestWeights: true)],
            verbose: 0)
        other.fit(Self.x, Self.y, epochs: 1, verbose: 0)
        #expect(model.weightValues == other.weightValues)
    }
}
