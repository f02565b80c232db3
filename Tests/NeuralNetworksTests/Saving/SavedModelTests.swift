import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct SavedModelTests {
    let folder: TemporaryFolder
    private var path: String { "\(folder.path)/model.safetensors" }
    private let x = Tensor.random([40, 8, 8, 2])
    private let y = Tensor.randomLabels(40, classes: 3)

    init() throws {
        folder = try TemporaryFolder()
    }

    private func makeModel() -> Sequential {
        Sequential {
            Conv2D(
                filters: 6, kernelSize: (3, 2), strides: 2, padding: .same, activation: .leakyReLU,
                biasInitializer: .constant(0.5), inputShape: [8, 8, 2], name: "first")
            Conv2D(filters: 4, kernelSize: 2, dilationRate: 2, useBias: false, kernelInitializer: .heUniform)
            MaxPool2D(poolSize: 2, strides: 1)
            Flatten()
            Dense(units: 16, activation: .relu)
            Dropout(rate: 0.25)
            Dense(units: 3, activation: .softmax)
        }
    }

    @Test func `a loaded model predicts the same and looks the same`() throws {
        let model = makeModel()
        model["first"].isTrainable = false
        try model.save(path)
        let loaded = try Sequential.load(path)
        #expect(loaded.predict(x).values == model.predict(x).values)
        #expect(loaded.name == model.name)
        #expect(loaded.summaryOutput == model.summaryOutput)
        loaded.add(Dense(units: 2))
        #expect(loaded.layers.count == 8)
    }

    @Test func `a loaded model has the branches, averages and penalties of the one that was saved`() throws {
        let input = Input(shape: [8, 8, 2])
        let left = Conv2D(filters: 4, kernelSize: 3, kernelRegularizer: .l1l2(l1: 0.1, l2: 0.2))(input)
        let normalized = BatchNormalization(momentum: 0.5, epsilon: 0.1, center: false)(left)
        let right = Activation(.elu(alpha: 0.5))(normalized)
        let merged = [
            Add()(left, right), Average()(left, right), Subtract()(left, right), Multiply()(left, right),
            Maximum()(left, right), Minimum()(left, right),
        ]
        let joined = Concatenate(axis: 2)(merged)
        let pooled = Concatenate()(GlobalMaxPooling2D()(joined), GlobalAveragePooling2D()(joined))
        let output = Dense(units: 3, activation: .softmax, biasRegularizer: .l2(0.3))(pooled)
        let model = Model(inputs: input, outputs: output)
        model.compile(optimizer: SGD(), loss: .sparseCategoricalCrossentropy)
        model.fit(x, y, batchSize: 16, verbose: 0)
        try model.save(path)
        let loaded = try Model.load(path)
        #expect(loaded.predict(x).values == model.predict(x).values)
        #expect(loaded.summaryOutput == model.summaryOutput)
        #expect(loaded.evaluate(x, y)["loss"] == model.evaluate(x, y)["loss"])
        #expect(
            loaded.fit(x, y, batchSize: 16, verbose: 0)["loss"] == model.fit(x, y, batchSize: 16, verbose: 0)["loss"])
    }

    @Test(
        arguments: [
            Adam(learningRate: 0.01, clipNorm: 1), AdamW(learningRate: 0.01), Nadam(), Adagrad(),
            RMSprop(
                learningRate: ExponentialDecay(initialLearningRate: 0.01, decaySteps: 3, decayRate: 0.5), momentum: 0.5),
            SGD(learningRate: CosineDecay(initialLearningRate: 0.1, decaySteps: 100), momentum: 0.9, nesterov: true),
            SGD(
                learningRate: PiecewiseConstantDecay(boundaries: [2, 4], values: [0.1, 0.05, 0.01]), globalClipNorm: 2),
        ] as [any Optimizer])
    func `training goes on in a loaded model as in the one that was saved`(optimizer: any Optimizer) throws {
        let model = makeModel()
        model.compile(optimizer: optimizer, loss: .sparseCategoricalCrossentropy, metrics: [.accuracy, .topK(2)])
        model.fit(x, y, epochs: 2, batchSize: 16, verbose: 0)
        try model.save(path)
        let loaded = try Model.load(path)
        let history = model.fit(x, y, epochs: 2, batchSize: 16, verbose: 0)
        let loadedHistory = loaded.fit(x, y, epochs: 2, batchSize: 16, verbose: 0)
        #expect(loaded.weights.map(\.values) == model.weights.map(\.values))
        #expect(loadedHistory.names == history.names)
        for name in history.names { #expect(loadedHistory[name] == history[name]) }
    }

    @Test(
        arguments: [
            Huber(delta: 0.5), MeanAbsoluteError(), MeanSquaredError(),
            CategoricalCrossentropy(fromLogits: true, labelSmoothing: 0.1), BinaryCrossentropy(labelSmoothing: 0.2),
        ] as [any Loss])
    func `the loss is measured as before`(loss: any Loss) throws {
        let model = makeModel()
        let targets = Tensor.random([40, 3], in: 0..<1)
        model.compile(optimizer: .sgd, loss: loss, metrics: [.mae])
        try model.save(path)
        let (before, after) = (model.evaluate(x, targets), try Model.load(path).evaluate(x, targets))
        #expect(Array(before) == Array(after))
        #expect(before.names == after.names)
    }

    @Test func `models made after a load take other names than the loaded layers`() throws {
        try LayerNames.$session.withValue(LayerNames()) {
            let model = Sequential([Dense(units: 2, inputShape: [3]), Dense(units: 2)])
            try model.save(path)
        }
        try LayerNames.$session.withValue(LayerNames()) {
            let base = try Sequential.load(path)
            let larger = Model(inputs: base.input, outputs: Dense(units: 5)(base.output))
            #expect(larger.layers.names == ["dense_input", "dense", "dense_1", "dense_2"])
        }
    }

    @Test func `a saved file has weights by Keras's names, and no rests of an optimizer that was not used`() throws {
        let model = LayerNames.$session.withValue(LayerNames()) { Sequential([Dense(units: 2, inputShape: [3])]) }
        try model.save(path)
        #expect(try SafetensorsFile(contentsOf: path).names == ["dense/kernel", "dense/bias"])
        model.compile(optimizer: .adam, loss: .meanSquaredError)
        model.fit(.random([4, 3]), .random([4, 2]), verbose: 0)
        try model.save(path)
        #expect(
            try SafetensorsFile(contentsOf: path).names == [
                "dense/kernel", "dense/bias", "optimizer/dense/kernel/0", "optimizer/dense/kernel/1",
                "optimizer/dense/bias/0", "optimizer/dense/bias/1",
            ])
        #expect(folder.names == ["model.safetensors"])
        let other = Sequential([Dense(units: 2, inputShape: [3])])
        try other.loadWeights(path)
        #expect(other.weights.map(\.values) == model.weights.map(\.values))
    }

    @Test func `what no file can describe is told`() {
        struct Halving: LearningRateSchedule {
            func callAsFunction(_ step: Int) -> Double { 1 / Double(step + 1) }
        }
        let model = Sequential([Dense(units: 2, inputShape: [3])], name: "mine")
        model.compile(optimizer: SGD(learningRate: Halving()), loss: .meanSquaredError)
        #expect(throws: ModelFileError.notStorable(model: "mine", part: "the optimizer sgd")) { try model.save(path) }
        #expect(
            ModelFileError.notStorable(model: "mine", part: "the optimizer sgd").description
                == "mine: the optimizer sgd cannot be described in a file; saveWeights saves the numbers alone")
    }
}
