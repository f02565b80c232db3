import Tensors
import Testing

@testable import NeuralNetworks

/// What an author reads who compiles, fits, evaluates or predicts with what does not belong together.
@Suite struct FitMisuseTests {
    @Test func `compile checks losses and metrics`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().compile(loss: .meanSquaredError, metrics: [.mae, .accuracy, .mae])
            },
            says: "sequential: two metrics are called \"mae\"")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = MetricKind.topK(0)
            },
            says: "topK: k must be at least 1, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = CategoricalCrossentropy(labelSmoothing: -0.5)
            },
            says: "CategoricalCrossentropy: labelSmoothing must be in 0...1, but is -0.5")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let model = Sequential([Flatten(inputShape: [2, 2]), Reshape(targetShape: [2, 2])])
                model.compile(loss: .categoricalCrossentropy)
                model.fit(.random([4, 2, 2]), .random([4, 4]))
            },
            says: """
                categorical_crossentropy: expected a model that gives a vector for each sample, but it gives \
                (2, 2)
                """)
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let model = makeModel()
                model.compile(loss: .sparseCategoricalCrossentropy, metrics: [.auc])
                _ = model.evaluate(.random([4, 3]), .randomLabels(4, classes: 2))
            },
            says: """
                auc: expected a number as target for each of the 2 predictions of a sample, but the loss \
                compares them with class labels; use .categoricalCrossentropy or .binaryCrossentropy
                """)
    }

    @Test func `fit checks its samples`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(Tensor(shape: [0, 3], []), Tensor(shape: [0], []))
            },
            says: "sequential: fit needs at least one sample, but received a tensor of shape (0, 3)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let model = Sequential()
                model.compile(loss: .meanSquaredError)
                model.fit(.random([4, 3]), .random([4, 3]))
            },
            says: "sequential: the model has no layers")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(.random([4, 3]), .random([4, 2]))
            },
            says: "sequential: expected one class label a sample, but the targets have the shape (4, 2)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel(.meanSquaredError).fit(.random([4, 3]), .random([4, 3]))
            },
            says: """
                sequential: expected 2 numbers a sample as target, as the model gives, but the targets have \
                the shape (4, 3)
                """)
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel(.categoricalCrossentropy).fit(.random([4, 3]), .randomLabels(4, classes: 2))
            },
            says: """
                sequential: expected 2 numbers a sample as target, as the model gives, but the targets have \
                the shape (4,); for class labels, use .sparseCategoricalCrossentropy
                """)
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(.random([4, 3]), Tensor(shape: [4], [0, 1, 0.5, 1]))
            },
            says: """
                sequential: a label must be a whole number from 0 to 1, as the last layer has 2 results, but \
                one is 0.5
                """)
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(
                    .random([4, 3]), .randomLabels(4, classes: 2),
                    validationData: (.random([2, 4]), .randomLabels(2, classes: 2)))
            },
            says: """
                sequential: fit with validationData expected samples of shape (3,), but received (4,) (a \
                tensor of shape (2, 4))
                """)
    }

    @Test func `fit checks its numbers`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(.random([4, 3]), .randomLabels(4, classes: 2), batchSize: 0)
            },
            says: "sequential: batchSize must be at least 1, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(.random([1, 3]), .randomLabels(1, classes: 2), validationSplit: 0.5)
            },
            says: """
                sequential: validationSplit 0.5 leaves nothing to train with of the number of samples, which \
                is 1
                """)
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(.random([4, 3]), .randomLabels(4, classes: 2), initialEpoch: -1)
            },
            says: "sequential: initialEpoch must be at least 0, but is -1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(.random([2, 3]), .randomLabels(2, classes: 2), sampleWeight: Tensor([1, -0.5]))
            },
            says: "sequential: a weight must be at least 0, but one of sampleWeight is -0.5")
    }

    @Test func `evaluate, predict and single steps check what they are given`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([Dense(units: 2)]).evaluate(.random([4, 3]), .random([4, 2]))
            },
            says: "sequential: call compile(optimizer:loss:metrics:) before evaluate")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = makeModel().evaluate(.random([4, 3]), .randomLabels(4, classes: 2), batchSize: 0)
            },
            says: "sequential: batchSize must be at least 1, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = makeModel().predict(.random([4, 4]))
            },
            says: """
                sequential: predict expected samples of shape (3,), but received (4,) (a tensor of shape (4, \
                4))
                """)
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = makeModel().predict(.random([4, 3]), batchSize: -1)
            },
            says: "sequential: batchSize must be at least 1, but is -1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                Sequential([Dense(units: 2)]).trainOnBatch(.random([4, 3]), .random([4, 2]))
            },
            says: "sequential: call compile(optimizer:loss:metrics:) before trainOnBatch")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().trainOnBatch(.random([4, 3]), .randomLabels(3, classes: 2))
            },
            says: """
                sequential: there must be as many targets as inputs, but there are inputs of shape (4, 3) and \
                targets of shape (3,)
                """)
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let flow = ImageDataGenerator().flow(.random([4, 5, 5, 1]))
                _ = makeModel().evaluate(flow)
            },
            says: "sequential: evaluate needs labels, but the flow was made without y")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let flow = ImageDataGenerator().flow(.random([4, 5, 5, 1]), .randomLabels(4, classes: 2))
                _ = makeModel().evaluate(flow, steps: 0)
            },
            says: "sequential: steps must be at least 1, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = makeModel().evaluate(.random([4, 3]), .randomLabels(4, classes: 2))["acc"]
            },
            says: "the evaluation has no \"acc\"; it has \"loss\", \"accuracy\"")
    }
}

private func makeModel(_ loss: some Loss = .sparseCategoricalCrossentropy) -> Sequential {
    let model = Sequential([Dense(units: 2, activation: .softmax, inputShape: [3])])
    model.compile(optimizer: .adam, loss: loss, metrics: [.accuracy])
    return model
}
