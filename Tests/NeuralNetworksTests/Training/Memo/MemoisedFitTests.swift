import Tensors
import Testing

@testable import NeuralNetworks

/// A fit that goes on from what is kept gives the bits of one that does not.
@Suite struct MemoisedFitTests {
    private static let x = MemoSample.x
    private static let y = MemoSample.y

    /// All that a chapter can see of a fit, and of what comes behind it.
    private struct Outcome: Equatable {
        var histories: [[String: [Double]]] = []
        var epochs: [[Int]] = []
        var weights: [[Float]] = []
        var slots: [[[Float]]] = []
        var step = 0
        var passes = 0
        var evaluation: [Double] = []
        var rate = 0.0

        init(_ model: Sequential, _ histories: [History]) {
            self.histories = histories.map { history in
                Dictionary(uniqueKeysWithValues: history.names.map { ($0, history[$0]) })
            }
            epochs = histories.map(\.epochs)
            // Measured first: reading numbers must not be what brings them in order.
            evaluation = model.evaluate(x, y).metrics.map(\.value)
            weights = model.weightValues
            slots = model.graph!.parameters.map { $0.slotValues.map(\.values) }
            step = model.optimizer.iterations
            passes = model.epochCount
            rate = model.optimizer.learningRate
        }
    }

    /// A way to train: how, for a number of epochs.
    struct Way: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fit: @Sendable (Sequential, Int) -> [History]

        init(_ description: String, _ fit: @escaping @Sendable (Sequential, Int) -> [History]) {
            testDescription = description
            self.fit = fit
        }
    }

    static let ways: [Way] = [
        .init("with a validation") { model, epochs in
            [model.fit(x, y, epochs: epochs, batchSize: 16, validationSplit: 0.2, verbose: 0)]
        },
        .init("epochs that end within a pass") { model, epochs in
            [model.fit(x, y, epochs: epochs, batchSize: 16, stepsPerEpoch: 3, verbose: 0)]
        },
        .init("a flow of changed images") { model, epochs in
            let flow = ImageDataGenerator(rotationRange: 20).flow(x, y, batchSize: 16, seed: 7)
            let history = model.fit(flow, epochs: epochs, stepsPerEpoch: 3, verbose: 0)
            return [history, model.fit(flow, epochs: 1, stepsPerEpoch: 2, verbose: 0)]
        },
        .init("callbacks that remember") { model, epochs in
            let callbacks: [any Callback] = [
                EarlyStopping(monitor: "loss", patience: 9, restoreBestWeights: true),
                ReduceLROnPlateau(monitor: "val_loss", patience: 1),
            ]
            return [model.fit(x, y, epochs: epochs, validationSplit: 0.2, callbacks: callbacks, verbose: 0)]
        },
        .init("a later fit of the same model") { model, epochs in
            [2, epochs].map { model.fit(x, y, epochs: $0, verbose: 0) }
        },
        .init("numbers that are counted on") { model, epochs in
            [model.fit(x, y, epochs: epochs + 4, initialEpoch: 4, verbose: 0)]
        },
    ]

    @Test(arguments: ways)
    func `a longer fit goes on where a shorter one ended, and a shorter one is still there`(way: Way) throws {
        let straight = { (epochs: Int) in
            let model = MemoSample.model()
            return Outcome(model, way.fit(model, epochs))
        }
        let fits = try MemoisedFits()
        for epochs in [3, 7, 3, 7, 5] { #expect(fits { straight(epochs) } == straight(epochs), "\(epochs) epochs") }
    }

    @Test func `a fit of as many epochs trains nothing`() throws {
        let fits = try MemoisedFits()
        let models = (0..<3).map { _ in MemoSample.model() }
        fits { models[0].fit(Self.x, Self.y, epochs: 3, verbose: 0) }
        try fits.mark()
        fits { models[1].fit(Self.x, Self.y, epochs: 3, verbose: 0) }
        #expect(models[1].isMarked && models[1].optimizer.iterations == models[0].optimizer.iterations)
        fits { models[2].fit(Self.x, Self.y, epochs: 2, verbose: 0) }
        #expect(!models[2].isMarked)
    }

    @Test func `a fit that was stopped has no more epochs, however many are asked for`() throws {
        let fits = try MemoisedFits()
        let fit = { (epochs: Int) in
            let model = MemoSample.model(optimizer: SGD(learningRate: 1e-30))
            let stopping = EarlyStopping(monitor: "loss", minDelta: 10, patience: 2, restoreBestWeights: true)
            let history = model.fit(Self.x, Self.y, epochs: epochs, callbacks: [stopping], verbose: 0)
            return (model, stopping, history)
        }
        let (first, second) = (fits { fit(10) }, fits { fit(20) })
        #expect(first.2.epochs == [1, 2, 3] && second.2.epochs == [1, 2, 3])
        #expect((second.1.best, second.1.bestEpoch, second.1.stoppedEpoch) == (first.1.best, 0, 2))
        #expect(second.0.stopTraining)
        #expect(first.0.weightValues == second.0.weightValues)
        #expect(fits.names.count == 1)
    }

    @Test func `a log has the lines of all epochs`() throws {
        let fits = try MemoisedFits()
        let log = { (epochs: Int) in
            let logger = CSVLogger(filename: "\(fits.folder.path)/log.csv")
            MemoSample.model().fit(Self.x, Self.y, epochs: epochs, callbacks: [logger], verbose: 0)
            return try fits.folder.bytes(of: "log.csv")
        }
        let (shorter, longer) = (try log(2), try log(4))
        for (epochs, expected) in [(2, shorter), (4, longer), (2, shorter)] {
            #expect(try fits { try log(epochs) } == expected)
        }
    }

    @Test func `another model is not touched`() throws {
        let fits = try MemoisedFits()
        let models = (1...2).map { MemoSample.model(seed: $0) }
        fits { for model in models { model.fit(Self.x, Self.y, epochs: 2, verbose: 0) } }
        let again = (1...2).map { MemoSample.model(seed: $0) }
        fits { for model in again { model.fit(Self.x, Self.y, epochs: 2, verbose: 0) } }
        #expect(models.map(\.weightValues) == again.map(\.weightValues))
        #expect(fits.keys.count == 2)
    }
}
