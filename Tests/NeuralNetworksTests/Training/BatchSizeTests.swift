import Tensors
import Testing

@testable import NeuralNetworks

/// Steps of the chapter's networks on batches of every kind of size.
@Suite(.serialized) struct BatchSizeTests {
    enum Network: String, CaseIterable, Sendable {
        case small, vgg

        /// With other draws in each batch, dropout would hide what a batch has to do with its parts.
        func withoutDropout() -> Sequential {
            let whole = self == .small ? Sequential.small() : Sequential.vgg()
            return Sequential(seed: 4, whole.graph!.nodes.dropFirst().map(\.layer).filter { !($0 is Dropout) })
        }
    }

    private static let images = Tensor.random([1024, 28, 28, 1], in: 0..<1)
    private static let labels = Tensor.randomLabels(1024, classes: 10)

    private func gradients(of model: Sequential, _ range: Range<Int>) -> [[Float]] {
        NeuralNetworksTests.gradients(
            of: model, Self.images[range], Self.labels[range], loss: .sparseCategoricalCrossentropy)
    }

    private func length(_ numbers: [Float]) -> Double {
        numbers.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    }

    @Test(arguments: Network.allCases, [2, 3, 31, 33, 100, 257])
    func `the gradient of a batch is the mean of those of its parts`(network: Network, count: Int) {
        let model = network.withoutDropout()
        let middle = (count + 1) / 2
        let whole = gradients(of: model, 0..<count)
        let parts = [gradients(of: model, 0..<middle), gradients(of: model, middle..<count)]
        for (index, gradient) in whole.enumerated() {
            let expected = zip(parts[0][index], parts[1][index]).map { first, second in
                (first * Float(middle) + second * Float(count - middle)) / Float(count)
            }
            // One value that rounding brings to the other side of a relu's kink turns a filter's gradient, not all of them.
            let difference = length(zip(gradient, expected).map { $0 - $1 })
            #expect(difference < 1e-3 * length(expected), "parameter \(index)")
        }
    }

    @Test(arguments: Network.allCases, [1, 1024]) func `a step makes the loss of its batch smaller`(
        network: Network, count: Int
    ) {
        let model = network.withoutDropout()
        model.compile(optimizer: SGD(learningRate: 0.01), loss: .sparseCategoricalCrossentropy)
        let losses = (0..<2).map { _ in
            model.trainOnBatch(Self.images[0..<count], Self.labels[0..<count])["loss"]
        }
        #expect(losses[1] < losses[0])
    }

    @Test(arguments: Network.allCases) func `a fit on one image learns it`(network: Network) {
        let model = network.withoutDropout()
        model.compile(optimizer: .adam, loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
        let history = model.fit(Self.images[0..<1], Self.labels[0..<1], epochs: 8, verbose: 0)
        #expect(history["loss"].last! < history["loss"][0] / 2)
        #expect(history["accuracy"].last! == 1)
        #expect(model.predict(Self.images[0..<1]).shape == [1, 10])
    }

    @Test func `samples to validate with leave all others to train with, as in Keras`() {
        let model = Sequential(seed: 1, [Dense(units: 2, activation: .softmax, inputShape: [3])])
        model.compile(optimizer: .sgd, loss: .sparseCategoricalCrossentropy)
        let (x, y) = (Tensor.random([10, 3]), Tensor.randomLabels(10, classes: 2))
        model.fit(x, y, batchSize: 1, validationSplit: 0.5, validationData: (x, y), verbose: 0)
        #expect(model.optimizer.iterations == 10)
    }
}
