import Tensors
import Testing

@testable import NeuralNetworks

/// What Keras's own callbacks make of the same values.
@Suite struct LearningRateCallbackTests {
    private func expect(
        _ rates: [Double], _ expected: [Double], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(rates.count == expected.count, sourceLocation: sourceLocation)
        for (rate, expected) in zip(rates, expected) {
            #expect(abs(rate - expected) < 1e-12, sourceLocation: sourceLocation)
        }
    }

    @Test func `a plateau makes the rate smaller`() {
        let epochs = ScriptedEpochs(
            [1, 0.8, 0.9, 0.85, 0.7, 0.75, 0.74, 0.73, 0.72], with: ReduceLROnPlateau(factor: 0.5, patience: 2))
        expect(epochs.rates, [0.01, 0.01, 0.01, 0.005, 0.005, 0.005, 0.0025, 0.0025, 0.00125])
    }

    @Test func `after a change nothing is counted for a while, and the rate has a least value`() {
        let callback = ReduceLROnPlateau(factor: 0.1, patience: 1, cooldown: 2, minLR: 0.0005)
        let epochs = ScriptedEpochs(Array(repeating: 1, count: 8), with: callback)
        expect(epochs.rates, [0.01, 0.001, 0.001] + Array(repeating: 0.0005, count: 5))
    }

    @Test func `a change below minDelta is a plateau`() {
        let epochs = ScriptedEpochs(
            [1, 0.99995, 0.9998, 0.9997], with: ReduceLROnPlateau(factor: 0.5, patience: 1))
        expect(epochs.rates, [0.01, 0.005, 0.005, 0.0025])
    }

    @Test func `an epoch of NaN is no improvement, and any number is one on it`() {
        let callback = ReduceLROnPlateau(factor: 0.5, patience: 2)
        expect(ScriptedEpochs([.nan, 1, 0.5, 0.25], with: callback).rates, [0.01, 0.01, 0.01, 0.01])
        expect(ScriptedEpochs([1, .nan, .nan, 0.5], with: callback).rates, [0.01, 0.01, 0.005, 0.005])
        expect(ScriptedEpochs([.nan, .nan, .nan, .nan], with: callback).rates, [0.01, 0.005, 0.005, 0.0025])
        expect(
            ScriptedEpochs([.infinity, 1, -.infinity, 0, 0], with: callback).rates, [0.01, 0.01, 0.01, 0.01, 0.005])
    }

    @Test func `a scheduler sets the rate before each epoch`() {
        let scheduler = LearningRateScheduler { epoch, rate in epoch < 2 ? rate : rate / 2 }
        expect(ScriptedEpochs([1, 1, 1, 1], with: scheduler).rates, [0.01, 0.01, 0.005, 0.0025])
    }

    @Test func `the rate of each epoch is in the history, and what was done in the output`() {
        let model = Sequential(seed: 1, [Dense(units: 1, inputShape: [2])])
        model.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)
        var log: TrainingRun?
        let history = model.fit(
            .random([4, 2]), .random([4, 1]), epochs: 2,
            callbacks: [
                LearningRateScheduler(verbose: 1) { epoch, rate in epoch == 0 ? rate : 0.025 },
                LambdaCallback(onTrainEnd: { log = model.trainingRun }),
            ], verbose: 0)
        #expect(history["learning_rate"] == [0.1, 0.025])
        #expect(history.names == ["loss", "learning_rate"])
        #expect(model.optimizer.learningRate == 0.025)
        #expect(
            log?.view.log.epochs.map(\.remarks) == [
                ["Epoch 1: LearningRateScheduler setting learning rate to 0.1."],
                ["Epoch 2: LearningRateScheduler setting learning rate to 0.025."],
            ])
    }
}
