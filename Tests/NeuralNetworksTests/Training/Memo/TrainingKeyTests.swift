import Tensors
import Testing

@testable import NeuralNetworks

/// Every ingredient of a fit counts for its key, and nothing else does.
@Suite struct TrainingKeyTests {
    private static let x = MemoSample.x
    private static let y = MemoSample.y

    /// A way to fit, by what it differs in from the plain one.
    struct Variation: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fit: @Sendable () -> Void

        init(_ description: String, _ fit: @escaping @Sendable () -> Void) {
            testDescription = description
            self.fit = fit
        }
    }

    private static func plain() {
        MemoSample.model().fit(x, y, validationSplit: 0.2, verbose: 0)
    }

    static let changes: [Variation] = [
        .init("another seed") { MemoSample.model(seed: 2).fit(x, y, validationSplit: 0.2, verbose: 0) },
        .init("a layer's argument") {
            MemoSample.model(layers: MemoSample.layers(rate: 0.4)).fit(x, y, validationSplit: 0.2, verbose: 0)
        },
        .init("a layer's size") {
            MemoSample.model(layers: MemoSample.layers(filters: 9)).fit(x, y, validationSplit: 0.2, verbose: 0)
        },
        .init("one number of a layer") {
            let model = MemoSample.model()
            var weights = model.weights
            weights[0] = weights[0] + 1e-7
            model.weights = weights
            model.fit(x, y, validationSplit: 0.2, verbose: 0)
        },
        .init("a layer that does not learn") {
            let model = MemoSample.model()
            model.layers[0].isTrainable = false
            model.fit(x, y, validationSplit: 0.2, verbose: 0)
        },
        .init("another optimizer") {
            MemoSample.model(optimizer: SGD()).fit(x, y, validationSplit: 0.2, verbose: 0)
        },
        .init("a learning rate") {
            MemoSample.model(optimizer: Adam(learningRate: 0.002)).fit(x, y, validationSplit: 0.2, verbose: 0)
        },
        .init("a learning rate that was set later") {
            let model = MemoSample.model()
            model.optimizer.learningRate = 0.003
            model.fit(x, y, validationSplit: 0.2, verbose: 0)
        },
        .init("a schedule") {
            let rate = CosineDecay(initialLearningRate: 0.001, decaySteps: 100)
            MemoSample.model(optimizer: Adam(learningRate: rate)).fit(x, y, validationSplit: 0.2, verbose: 0)
        },
        .init("a schedule's length") {
            let rate = CosineDecay(initialLearningRate: 0.001, decaySteps: 101)
            MemoSample.model(optimizer: Adam(learningRate: rate)).fit(x, y, validationSplit: 0.2, verbose: 0)
        },
        .init("clipped gradients") {
            MemoSample.model(optimizer: Adam(clipNorm: 1)).fit(x, y, validationSplit: 0.2, verbose: 0)
        },
        .init("another loss") {
            let loss = SparseCategoricalCrossentropy(fromLogits: true)
            MemoSample.model(loss: loss).fit(x, y, validationSplit: 0.2, verbose: 0)
        },
        .init("another metric") {
            MemoSample.model(metrics: [.topK(2)]).fit(x, y, validationSplit: 0.2, verbose: 0)
        },
        .init("one pixel") {
            var x = Self.x
            x[49, 7, 7, 0] = Tensor(0.25)
            MemoSample.model().fit(x, y, validationSplit: 0.2, verbose: 0)
        },
        .init("one label") {
            var y = Self.y
            y[49] = Tensor(Float((Int(y[49]) + 1) % 3))
            MemoSample.model().fit(x, y, validationSplit: 0.2, verbose: 0)
        },
        .init("fewer samples") {
            MemoSample.model().fit(x.prefix(49), y.prefix(49), validationSplit: 0.2, verbose: 0)
        },
        .init("weights of samples") {
            MemoSample.model().fit(x, y, validationSplit: 0.2, sampleWeight: Tensor(ones: [50]), verbose: 0)
        },
        .init("weights of classes") {
            MemoSample.model().fit(x, y, validationSplit: 0.2, classWeight: [0: 2], verbose: 0)
        },
        .init("the size of batches") { MemoSample.model().fit(x, y, batchSize: 16, validationSplit: 0.2, verbose: 0) },
        .init("the split") { MemoSample.model().fit(x, y, validationSplit: 0.3, verbose: 0) },
        .init("no validation") { MemoSample.model().fit(x, y, verbose: 0) },
        .init("other data to validate with") {
            MemoSample.model().fit(x.prefix(40), y.prefix(40), validationData: (x.prefix(10), y.prefix(10)), verbose: 0)
        },
        .init("no shuffling") { MemoSample.model().fit(x, y, validationSplit: 0.2, shuffle: false, verbose: 0) },
        .init("steps of an epoch") { MemoSample.model().fit(x, y, validationSplit: 0.2, stepsPerEpoch: 1, verbose: 0) },
        .init("epochs that were done before") {
            MemoSample.model().fit(x, y, epochs: 2, validationSplit: 0.2, initialEpoch: 1, verbose: 0)
        },
        .init("a callback") {
            MemoSample.model().fit(x, y, validationSplit: 0.2, callbacks: [EarlyStopping(patience: 3)], verbose: 0)
        },
        .init("a callback's argument") {
            MemoSample.model().fit(x, y, validationSplit: 0.2, callbacks: [EarlyStopping(patience: 4)], verbose: 0)
        },
        .init("an earlier step") {
            let model = MemoSample.model()
            model.trainOnBatch(x, y)
            model.fit(x, y, validationSplit: 0.2, verbose: 0)
        },
        .init("an optimizer that remembers another training") {
            let model = MemoSample.model()
            let weights = model.weights
            model.trainOnBatch(x, y)
            model.weights = weights
            model.fit(x, y, validationSplit: 0.2, verbose: 0)
        },
    ]

    @Test func `each change of a fit gives another key`() throws {
        let fits = try MemoisedFits()
        fits { Self.plain() }
        #expect(fits.keys.count == 1)
        for change in Self.changes {
            let before = fits.keys.count
            fits { change.fit() }
            #expect(fits.keys.count == before + 1, "\(change.testDescription)")
        }
    }

    static let flows: [Variation] = [
        .init("a change of images") { fit(ImageDataGenerator(rotationRange: 11)) },
        .init("a fill mode") { fit(ImageDataGenerator(rotationRange: 10, fillMode: .constant)) },
        .init("a seed") { fit(seed: 8) },
        .init("no shuffling") { fit(shuffle: false) },
        .init("the size of batches") { fit(batchSize: 8) },
        .init("where the flow stands") { fit(passed: 1) },
        .init("weights of classes") { fit(classWeight: [1: 0.5]) },
    ]

    private static func fit(
        _ generator: ImageDataGenerator = ImageDataGenerator(rotationRange: 10), seed: Int = 7, shuffle: Bool = true,
        batchSize: Int = 16, passed: Int = 0, classWeight: [Int: Double]? = nil
    ) {
        let flow = generator.flow(x, y, batchSize: batchSize, shuffle: shuffle, seed: seed)
        for _ in 0..<passed { _ = flow.next() }
        MemoSample.model().fit(flow, classWeight: classWeight, stepsPerEpoch: 2, verbose: 0)
    }

    @Test func `each change of a flow gives another key`() throws {
        let fits = try MemoisedFits()
        fits { Self.fit() }
        for change in Self.flows {
            let before = fits.keys.count
            fits { change.fit() }
            #expect(fits.keys.count == before + 1, "\(change.testDescription)")
        }
    }

    @Test func `epochs, names and what is shown decide nothing`() throws {
        let fits = try MemoisedFits()
        fits {
            Self.plain()
            MemoSample.model().fit(Self.x, Self.y, epochs: 3, validationSplit: 0.2, verbose: 1)
            var layers = MemoSample.layers()
            layers[4] = Dense(units: 3, activation: .softmax, name: "scores")
            MemoSample.model(layers: layers).fit(Self.x, Self.y, validationSplit: 0.2, verbose: 0)
            let data = (Self.x[40..<50], Self.y[40..<50])
            MemoSample.model().fit(Self.x.prefix(40), Self.y.prefix(40), validationData: data, verbose: 0)
        }
        #expect(fits.keys.count == 1)
    }

    @Test func `what the author wrote cannot be told from something else, and is not kept`() throws {
        struct Own: Callback {}
        let fits = try MemoisedFits()
        let callbacks: [any Callback] = [
            Own(), LambdaCallback(), LearningRateScheduler { _, rate in rate },
            ModelCheckpoint(filepath: "\(fits.folder.path)/model.safetensors"),
        ]
        fits {
            for callback in callbacks { MemoSample.model().fit(Self.x, Self.y, callbacks: [callback], verbose: 0) }
            MemoSample.model().fit(Self.x, Self.y, verbose: 0, memo: false)
        }
        #expect(fits.names == [])
    }

    @Test func `values that only look alike together give different keys`() {
        var (one, other) = (TrainingKey(), TrainingKey())
        one.add("a", "1\nb 1: 2")
        other.add("a", "1")
        other.add("b", "2")
        #expect(one.digest != other.digest)
    }
}
