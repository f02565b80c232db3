import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct WeightedFitTests {
    private static let x = Tensor.random([12, 5])
    private static let labels = Tensor.randomLabels(12, classes: 3)
    private static let weights: [Float] = (0..<12).map { Float($0 % 4) / 2 }

    private func makeModel(_ loss: some Loss = .sparseCategoricalCrossentropy, units: Int = 3) -> Sequential {
        let model = Sequential(
            seed: 1, [Dense(units: units, activation: units == 1 ? .sigmoid : .softmax, inputShape: [5])])
        model.compile(optimizer: SGD(learningRate: 1e-30), loss: loss, metrics: [.accuracy])
        return model
    }

    /// The loss of each sample by itself.
    private func losses(_ model: Model, _ y: Tensor) -> [Double] {
        (0..<12).map { model.evaluate(Self.x[$0..<$0 + 1], y[$0..<$0 + 1])["loss"] }
    }

    @Test func `a sample's weight multiplies its loss, not its part in the metrics`() {
        let model = makeModel()
        let expected = zip(losses(model, Self.labels), Self.weights).reduce(0) { $0 + $1.0 * Double($1.1) } / 12
        let history = model.fit(
            Self.x, Self.labels, batchSize: 5, sampleWeight: Tensor(shape: [12], Self.weights), verbose: 0)
        #expect(abs(history["loss"][0] - expected) < 1e-6)
        #expect(history["accuracy"][0] == model.evaluate(Self.x, Self.labels)["accuracy"])
        let weighted = model.evaluate(Self.x, Self.labels, sampleWeight: Tensor(shape: [12, 1], Self.weights))
        #expect(abs(weighted["loss"] - expected) < 1e-6)
    }

    @Test func `a class's weight is that of its samples; a class that is not named counts once`() {
        let classWeight = [0: 2.0, 2: 0.25]
        let model = makeModel()
        let ofLabel = Self.labels.values.map { classWeight[Int($0)] ?? 1 }
        let expected = zip(losses(model, Self.labels), ofLabel).reduce(0) { $0 + $1.0 * $1.1 } / 12
        let loss = model.fit(Self.x, Self.labels, batchSize: 5, classWeight: classWeight, verbose: 0)["loss"][0]
        #expect(abs(loss - expected) < 1e-6)

        let oneHot = Tensor(
            shape: [12, 3], Self.labels.values.flatMap { label in (0..<3).map { Int(label) == $0 ? 1 : 0 } })
        let same = makeModel(.categoricalCrossentropy)
            .fit(Self.x, oneHot, batchSize: 5, classWeight: classWeight, verbose: 0)["loss"][0]
        #expect(abs(same - expected) < 1e-6)
    }

    @Test func `yes and no are classes 1 and 0`() {
        let answers = Tensor.randomLabels(12, classes: 2)
        let model = makeModel(.binaryCrossentropy, units: 1)
        let expected = zip(losses(model, answers), answers.values).reduce(0) { $0 + $1.0 * ($1.1 == 1 ? 3 : 1) } / 12
        let loss = model.fit(Self.x, answers, classWeight: [1: 3], verbose: 0)["loss"][0]
        #expect(abs(loss - expected) < 1e-6)
    }

    @Test func `a weight is as good as that many samples`() {
        let (weighted, repeated) = (makeModel(), makeModel())
        for model in [weighted, repeated] {
            model.compile(optimizer: SGD(learningRate: 0.5), loss: .sparseCategoricalCrossentropy)
        }
        let x = Self.x[0..<2]
        weighted.trainOnBatch(x, Tensor(shape: [2], [0, 1]), sampleWeight: Tensor(shape: [2], [1.5, 0.5]))
        repeated.trainOnBatch(
            x.gathered(at: [0, 0, 0, 1]), Tensor(shape: [4], [0, 0, 0, 1]))
        #expect(relativeError(weighted.weightValues[0], repeated.weightValues[0]) < 1e-6)
    }

    @Test func `held out samples have their own weights, but not those of classes`() {
        let model = makeModel()
        let own = losses(model, Self.labels)
        let bySample = model.fit(
            Self.x, Self.labels, validationSplit: 0.5, sampleWeight: Tensor(shape: [12], Self.weights), verbose: 0)
        let expected = (6..<12).reduce(0) { $0 + own[$1] * Double(Self.weights[$1]) } / 6
        #expect(abs(bySample["val_loss"][0] - expected) < 1e-6)
        let byClass = model.fit(
            Self.x, Self.labels, validationSplit: 0.5, classWeight: [0: 9, 1: 9, 2: 9], verbose: 0)
        #expect(abs(byClass["val_loss"][0] - own[6...].reduce(0, +) / 6) < 1e-6)
    }
}
