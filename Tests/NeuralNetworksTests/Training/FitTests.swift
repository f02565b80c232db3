import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct FitTests {
    private static let x = Tensor.random([50, 8, 8, 3])
    private static let y = Tensor.randomLabels(50, classes: 4)

    private func makeModel(seed: UInt64 = 1) -> Sequential {
        let model = Sequential(
            seed: seed,
            [
                Conv2D(filters: 16, kernelSize: 3, activation: .relu, inputShape: [8, 8, 3]), MaxPool2D(),
                Dropout(rate: 0.3), Flatten(), Dense(units: 8, activation: .relu),
                Dense(units: 4, activation: .softmax),
            ])
        model.compile(optimizer: .adam, loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
        return model
    }

    @Test func `the same seed gives the same bits`() {
        let (first, second) = (makeModel(), makeModel())
        let histories = [first, second].map { model in
            model.fit(Self.x, Self.y, epochs: 3, batchSize: 16, validationSplit: 0.2, verbose: 0)
        }
        #expect(first.weightValues == second.weightValues)
        #expect(histories[0]["loss"] == histories[1]["loss"])
        #expect(histories[0]["val_loss"] == histories[1]["val_loss"])
        #expect(makeModel(seed: 2).weightValues != makeModel(seed: 1).weightValues)
    }

    @Test func `two fits of an epoch are one of two epochs`() {
        let (once, twice) = (makeModel(), makeModel())
        let history = once.fit(Self.x, Self.y, epochs: 2, batchSize: 16, verbose: 0)
        twice.fit(Self.x, Self.y, batchSize: 16, verbose: 0)
        let second = twice.fit(Self.x, Self.y, batchSize: 16, verbose: 0)
        #expect(once.weightValues == twice.weightValues)
        #expect(history["loss"][1] == second["loss"][0])
    }

    @Test func `another batch size in between keeps what was learned`() {
        let model = makeModel()
        model.fit(Self.x, Self.y, batchSize: 16, verbose: 0)
        let before = model.evaluate(Self.x, Self.y)
        model.compile(optimizer: SGD(learningRate: 1e-30), loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
        model.fit(Self.x, Self.y, batchSize: 7, verbose: 0)
        #expect(abs(model.evaluate(Self.x, Self.y)["loss"] - before["loss"]) < 1e-6)
    }

    @Test(arguments: [1, 7, 16, 50, 64]) func `the last batch counts for its own size`(batchSize: Int) {
        let model = Sequential(seed: 1, [Dense(units: 4, activation: .softmax)])
        let x = Tensor.random([50, 6])
        model.compile(optimizer: SGD(learningRate: 1e-30), loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
        let history = model.fit(x, Self.y, batchSize: batchSize, verbose: 0)
        let evaluation = model.evaluate(x, Self.y)
        #expect(abs(history["loss"][0] - evaluation["loss"]) < 1e-6)
        #expect(history["accuracy"][0] == evaluation["accuracy"])
    }

    @Test func `a fit on one image works`() {
        let model = makeModel()
        let (x, y) = (Tensor.random([1, 8, 8, 3]), Tensor(shape: [1], [3]))
        let history = model.fit(x, y, epochs: 200, verbose: 0)
        #expect(history["loss"].last! < history["loss"][0] / 4)
        #expect(model.predict(x).shape == [1, 4])
    }

    @Test func `the samples held out are the last ones, and never learned from`() {
        // What is held out has the opposite labels, so that a model which saw it could not get the others right.
        let x = Tensor.random([100, 4], in: 0..<1)
        let labels = (0..<100).map { index in
            let isLarge = x.values[index * 4] > 0.5
            return Float(isLarge == (index < 75) ? 1 : 0)
        }
        let model = Sequential(seed: 1, [Dense(units: 2, activation: .softmax)])
        model.compile(optimizer: Adam(learningRate: 0.1), loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
        let history = model.fit(x, Tensor(shape: [100], labels), epochs: 60, validationSplit: 0.25, verbose: 0)
        #expect(history["accuracy"].last! > 0.9)
        #expect(history["val_accuracy"].last! < 0.2)
    }

    @Test func `validation data are measured after each epoch`() {
        let model = makeModel()
        let history = model.fit(Self.x, Self.y, epochs: 2, validationData: (Self.x, Self.y), verbose: 0)
        #expect(history.names == ["loss", "accuracy", "val_loss", "val_accuracy"])
        #expect(history.epochs == [1, 2])
        #expect(history["val_loss"][1] == model.evaluate(Self.x, Self.y)["loss"])
    }

    @Test func `labels may be bytes, whole numbers or floats`() {
        let labels = Self.y.values
        let asBytes = Tensor(
            shape: [50],
            fillingBytes: { bytes in
                for index in 0..<50 { bytes[index] = UInt8(labels[index]) }
            })
        let model = makeModel()
        #expect(model.evaluate(Self.x, asBytes).map { $0 } == model.evaluate(Self.x, Self.y).map { $0 })
        #expect(
            model.evaluate(Self.x, Tensor(shape: [50], labels)).map { $0 } == model.evaluate(Self.x, Self.y).map { $0 })
    }

    @Test func `predictions do not depend on how many are asked for`() {
        let model = makeModel()
        let x = Tensor.random([130, 8, 8, 3])
        let together = model.predict(x).values
        let first = model.predict(Tensor(shape: [3, 8, 8, 3], Array(x.values.prefix(3 * 192)))).values
        #expect(relativeError(first, Array(together.prefix(12))) < 1e-6)
    }
}
