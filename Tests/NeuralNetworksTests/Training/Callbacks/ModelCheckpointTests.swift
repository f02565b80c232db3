import Foundation
import Tensors
import Testing

@testable import NeuralNetworks

/// The files and the sentences of Keras's own callback for the same values.
@Suite struct ModelCheckpointTests {
    private let folder: TemporaryFolder
    private static let x = Tensor(shape: [2, 1], [1, 1])
    private static let y = Tensor(shape: [2, 1], [1, 1])

    init() throws {
        folder = try TemporaryFolder()
    }

    private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

    /// A model whose losses are 1, 1/4 and 1/16 in three epochs, and 1/16 from there on.
    private func makeModel() -> Sequential {
        let model = Sequential(seed: 1, [Dense(units: 1, useBias: false, kernelInitializer: .zeros, inputShape: [1])])
        model.compile(optimizer: SGD(learningRate: 0.25), loss: .meanSquaredError)
        return model
    }

    /// What the callback says in four epochs.
    private func remarks(_ checkpoint: ModelCheckpoint) -> [[String]] {
        let model = makeModel()
        var run: TrainingRun?
        model.fit(
            Self.x, Self.y, epochs: 4,
            callbacks: [
                LearningRateScheduler { epoch, rate in epoch < 2 ? rate : 0 }, checkpoint,
                LambdaCallback(onTrainEnd: { run = model.trainingRun }),
            ], verbose: 0)
        return run!.view.log.epochs.map(\.remarks)
    }

    @Test func `saves the model of each epoch under its numbers`() throws {
        let checkpoint = ModelCheckpoint(filepath: path("{epoch:02d}-{val_loss:.2f}.safetensors"))
        _ = ScriptedEpochs([0.5, 0.75], with: checkpoint)
        #expect(folder.names == ["01-0.50.safetensors", "02-0.75.safetensors"])
        for (epoch, name) in folder.names.enumerated() {
            let model = try Sequential.load(path(name))
            #expect(model.weightValues == [[Float(epoch)]])
            #expect(model.optimizer.name == "adam")
        }
    }

    @Test func `only the best model stays where that is asked for`() throws {
        let checkpoint = ModelCheckpoint(filepath: path("best.safetensors"), saveBestOnly: true)
        _ = ScriptedEpochs([1, 0.8, 0.9, 0.7, 0.75], with: checkpoint)
        #expect(try Sequential.load(path("best.safetensors")).weightValues == [[3]])
        #expect(checkpoint.best == 0.7)
        // As in Keras, the next fit has to beat what the last one came to.
        _ = ScriptedEpochs([0.71], with: checkpoint)
        #expect(try Sequential.load(path("best.safetensors")).weightValues == [[3]])
    }

    @Test func `a model of NaN is not the best one`() {
        let checkpoint = ModelCheckpoint(filepath: path("{epoch}"), saveBestOnly: true)
        _ = ScriptedEpochs([.nan, 1, .nan, 0.5], with: checkpoint)
        #expect(folder.names == ["2", "4"])
        #expect(checkpoint.best == 0.5)
        let accuracies = ModelCheckpoint(filepath: path("a{epoch}"), saveBestOnly: true, mode: .max)
        _ = ScriptedEpochs([.nan, .nan], with: accuracies)
        #expect(accuracies.best == nil)
        _ = ScriptedEpochs([-.infinity, 0.5, .nan, .infinity], with: accuracies)
        #expect(folder.names == ["2", "4", "a1", "a2", "a4"])
    }

    @Test func `a mode and a first value say what is better`() {
        let checkpoint = ModelCheckpoint(
            filepath: path("{epoch}"), saveBestOnly: true, mode: .max, initialValueThreshold: 0.8)
        _ = ScriptedEpochs([0.7, 0.9, 0.8, 1], with: checkpoint)
        #expect(folder.names == ["2", "4"])
    }

    @Test func `weights alone are for a model that is there`() throws {
        let checkpoint = ModelCheckpoint(filepath: path("weights"), saveWeightsOnly: true)
        _ = ScriptedEpochs([1, 1], with: checkpoint)
        #expect(throws: ModelFileError.noArchitecture(path: path("weights"))) { try Model.load(path("weights")) }
        let model = makeModel()
        try model.loadWeights(path("weights"))
        #expect(model.weightValues == [[1]])
    }

    @Test func `counts batches over the ends of epochs`() throws {
        let checkpoint = ModelCheckpoint(filepath: path("{epoch}-{batch}"), saveFreq: 2)
        makeModel().fit(
            .random([3, 1]), .random([3, 1]), epochs: 3, batchSize: 1, callbacks: [checkpoint], verbose: 0)
        #expect(folder.names == ["1-2", "2-1", "2-3", "3-2"])
    }

    @Test func `makes the folders that are missing`() {
        _ = ScriptedEpochs([1], with: ModelCheckpoint(filepath: path("a/b/{epoch}")))
        #expect(FileManager.default.fileExists(atPath: path("a/b/1")))
    }

    @Test func `training goes on in a checkpoint as in the fit that made it`() throws {
        let (x, y) = (Tensor.random([40, 5]), Tensor.randomLabels(40, classes: 3))
        let model = Sequential(seed: 2, [Dense(units: 8, inputShape: [5]), Dropout(rate: 0.5), Dense(units: 3)])
        model.compile(optimizer: .adam, loss: SparseCategoricalCrossentropy(fromLogits: true))
        model.fit(x, y, epochs: 3, callbacks: [ModelCheckpoint(filepath: path("{epoch}"))], verbose: 0)
        let second = try Sequential.load(path("2"))
        second.fit(x, y, epochs: 3, initialEpoch: 2, verbose: 0)
        #expect(second.weightValues == model.weightValues)
    }

    @Test func `tells what it does`() {
        let best = path("best")
        #expect(
            remarks(ModelCheckpoint(filepath: best, monitor: "loss", verbose: 1, saveBestOnly: true)) == [
                [
                    "Epoch 1: loss improved from None to 1.00000, saving model to \(best)",
                    "Epoch 1: finished saving model to \(best)",
                ],
                [
                    "Epoch 2: loss improved from 1.00000 to 0.25000, saving model to \(best)",
                    "Epoch 2: finished saving model to \(best)",
                ],
                [
                    "Epoch 3: loss improved from 0.25000 to 0.06250, saving model to \(best)",
                    "Epoch 3: finished saving model to \(best)",
                ],
                ["Epoch 4: loss did not improve from 0.06250"],
            ])
        #expect(
            remarks(ModelCheckpoint(filepath: path("{epoch}"), verbose: 1))[1] == [
                "Epoch 2: saving model to \(path("2"))", "Epoch 2: finished saving model to \(path("2"))",
            ])
    }

    @Test func `saves, and says so once, where the metric is not measured`() {
        let checkpoint = ModelCheckpoint(filepath: path("{epoch}"), saveBestOnly: true)
        #expect(
            remarks(checkpoint) == [
                ["ModelCheckpoint watches val_loss, which is not measured; there are learning_rate, loss"], [], [], [],
            ])
        #expect(folder.names == ["1", "2", "3", "4"])
    }

    @Test func `a fit with it is never looked up, because it writes files`() {
        #expect(ModelCheckpoint(filepath: path("a"))._signature == nil)
    }
}
