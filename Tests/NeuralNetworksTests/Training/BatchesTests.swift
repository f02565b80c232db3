import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct BatchesTests {
    private static let x = Tensor.random([50, 6, 6, 2])
    private static let y = Tensor.randomLabels(50, classes: 4)

    private func makeModel() -> Sequential {
        let model = Sequential(
            seed: 1,
            [
                Conv2D(filters: 16, kernelSize: 3, activation: .relu, inputShape: [6, 6, 2]), Dropout(rate: 0.2),
                Flatten(), Dense(units: 4, activation: .softmax),
            ])
        model.compile(optimizer: .adam, loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
        return model
    }

    @Test(arguments: [1, 3, 16, 31, 50, 64, 1024]) func `every batch size trains`(batchSize: Int) {
        let model = makeModel()
        let history = model.fit(Self.x, Self.y, epochs: 4, batchSize: batchSize, verbose: 0)
        #expect(history["loss"].allSatisfy { $0.isFinite })
        #expect(model.optimizer.iterations == 4 * ((50 + batchSize - 1) / batchSize))
    }

    @Test func `epochs go on from the initial one`() {
        let (once, twice) = (makeModel(), makeModel())
        let whole = once.fit(Self.x, Self.y, epochs: 5, verbose: 0)
        twice.fit(Self.x, Self.y, epochs: 2, verbose: 0)
        let rest = twice.fit(Self.x, Self.y, epochs: 5, initialEpoch: 2, verbose: 0)
        #expect(rest.epochs == [3, 4, 5])
        #expect(rest["loss"] == Array(whole["loss"][2...]))
        #expect(once.weightValues == twice.weightValues)
    }

    @Test func `epochs of some steps go through all samples one after another`() {
        let (whole, parts) = (makeModel(), makeModel())
        // Five batches show every sample once.
        whole.fit(Self.x, Self.y, epochs: 2, batchSize: 10, verbose: 0)
        let history = parts.fit(Self.x, Self.y, epochs: 5, batchSize: 10, stepsPerEpoch: 2, verbose: 0)
        #expect(history.epochs == [1, 2, 3, 4, 5])
        #expect(whole.weightValues == parts.weightValues)
    }

    @Test func `a step on a batch is a fit of one step`() {
        let (fitted, stepped) = (makeModel(), makeModel())
        let before = stepped.testOnBatch(Self.x, Self.y)
        fitted.fit(Self.x, Self.y, batchSize: 50, shuffle: false, verbose: 0)
        let result = stepped.trainOnBatch(Self.x, Self.y)
        #expect(fitted.weightValues == stepped.weightValues)
        #expect(result.names == ["loss", "accuracy"])
        #expect(before.names == ["loss", "accuracy"])
    }

    @Test(arguments: [1, 7, 50, 200]) func `measurements do not depend on the batch size`(batchSize: Int) {
        let model = makeModel()
        let expected = model.evaluate(Self.x, Self.y)
        let result = model.evaluate(Self.x, Self.y, batchSize: batchSize)
        #expect(abs(result["loss"] - expected["loss"]) < 1e-6)
        #expect(result["accuracy"] == expected["accuracy"])
        let predictions = model.predict(Self.x, batchSize: batchSize).values
        #expect(relativeError(predictions, model.predict(Self.x).values) < 1e-6)
    }

    @Test func `a training goes on from its state as if nothing had happened`() {
        let (whole, first, second) = (makeModel(), makeModel(), makeModel())
        for model in [whole, first] { model.fit(Self.x, Self.y, epochs: 3, batchSize: 16, verbose: 0) }
        first.optimizer.learningRate = 0.005
        whole.optimizer.learningRate = 0.005
        second.trainingState = first.trainingState
        for model in [whole, second] { model.fit(Self.x, Self.y, epochs: 3, batchSize: 16, verbose: 0) }
        #expect(whole.weightValues == second.weightValues)
        #expect(second.optimizer.learningRate == 0.005)
        #expect(second.optimizer.iterations == whole.optimizer.iterations)
    }
}
