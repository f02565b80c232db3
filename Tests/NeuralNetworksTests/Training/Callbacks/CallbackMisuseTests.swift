import Tensors
import Testing

@testable import NeuralNetworks

/// What an author reads whose callback has arguments that it cannot have, or cannot do its work.
@Suite struct CallbackMisuseTests {
    @Test func `a metric that a model never measures is named with those that there are`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                fitModel(metrics: [.accuracy], EarlyStopping(monitor: "val_acc"))
            },
            says:
                "EarlyStopping watches val_acc, which is not measured; there are accuracy, loss, val_accuracy, val_loss"
        )
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                fitModel(metrics: [], ReduceLROnPlateau(monitor: "val_accuracy"))
            },
            says:
                "ReduceLROnPlateau watches val_accuracy, which is not measured; there are learning_rate, loss, val_loss"
        )
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                fitModel(metrics: [], ModelCheckpoint(filepath: "none", monitor: "acc", saveBestOnly: true))
            },
            says: "ModelCheckpoint watches acc, which is not measured; there are loss, val_loss")
    }

    @Test func `callbacks check their arguments`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = EarlyStopping(patience: -1)
            },
            says: "EarlyStopping: patience must be at least 0, but is -1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = EarlyStopping(minDelta: .nan)
            },
            says: "EarlyStopping: minDelta must be a number, but is nan")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = EarlyStopping(baseline: .nan)
            },
            says: "EarlyStopping: baseline must be a number, but is nan")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ModelCheckpoint(filepath: "a", initialValueThreshold: .nan)
            },
            says: "ModelCheckpoint: initialValueThreshold must be a number, but is nan")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = EarlyStopping(startFromEpoch: -2)
            },
            says: "EarlyStopping: startFromEpoch must be at least 0, but is -2")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ReduceLROnPlateau(factor: 1)
            },
            says: "ReduceLROnPlateau: factor must be above 0 and below 1, but is 1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ReduceLROnPlateau(patience: -1)
            },
            says: "ReduceLROnPlateau: patience must be at least 0, but is -1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ReduceLROnPlateau(cooldown: -1)
            },
            says: "ReduceLROnPlateau: cooldown must be at least 0, but is -1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ReduceLROnPlateau(minLR: -0.5)
            },
            says: "ReduceLROnPlateau: minLR must be at least 0, but is -0.5")
    }

    @Test func `callbacks that cannot do their work end the fit`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                fit(with: LearningRateScheduler { _, _ in -1 })
            },
            says: "LearningRateScheduler: the learning rate must be at least 0, but is -1 for epoch 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                fit(with: CSVLogger(filename: "/proc/log.csv"))
            },
            says: "CSVLogger: /proc/log.csv cannot be written: No such file or directory")
    }
}

private func fit(with callback: some Callback) {
    let model = Sequential([Dense(units: 2, activation: .softmax, inputShape: [3])])
    model.compile(optimizer: .adam, loss: .sparseCategoricalCrossentropy)
    model.fit(.random([4, 3]), .randomLabels(4, classes: 2), callbacks: [callback])
}

private func fitModel(metrics: [MetricKind], _ callback: any Callback) {
    let model = Sequential([Dense(units: 2, activation: .softmax, inputShape: [3])])
    model.compile(optimizer: .adam, loss: .sparseCategoricalCrossentropy, metrics: metrics)
    let (x, y) = (Tensor.random([4, 3]), Tensor.randomLabels(4, classes: 2))
    model.fit(x, y, validationData: (x, y), callbacks: [callback], verbose: 0)
}
