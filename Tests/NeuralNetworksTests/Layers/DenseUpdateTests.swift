import Tensors
import Testing

@testable import NeuralNetworks

@Suite("A dense layer's weights are updated while their gradients are made")
struct DenseUpdateTests {
    private let x = Tensor.random([48, 5], seed: 1)
    private let y = Tensor.random([48, 1], seed: 2)

    /// Its second layer has 1040 × 1024 weights, and hands gradients on.
    private func network() -> Sequential {
        Sequential {
            Dense(units: 1040, activation: .tanh, inputShape: [5])
            Dense(units: 1024, activation: .relu)
            Dense(units: 1)
        }
    }

    private func losses(of model: Sequential, _ optimizer: some Optimizer, batchSize: Int) -> [Double] {
        model.compile(optimizer: optimizer, loss: .meanSquaredError)
        let history = model.fit(
            x.prefix(batchSize), y.prefix(batchSize), epochs: 4, batchSize: batchSize, shuffle: false, verbose: 0)
        return history["loss"]
    }

    private typealias Pair = (any Optimizer, any Optimizer)

    /// A limit on lengths that no gradient reaches changes the way alone: it has to see each gradient as a whole.
    @Test("and become what they become by gradients that are made first", arguments: [16, 32, 48])
    func sameAsInTwoPasses(batchSize: Int) {
        let pairs: [Pair] = [
            (Adam(learningRate: 1e-4), Adam(learningRate: 1e-4, clipNorm: 1e9)),
            (AdamW(learningRate: 1e-4), AdamW(learningRate: 1e-4, clipNorm: 1e9)),
            (SGD(learningRate: 1e-2), SGD(learningRate: 1e-2, clipNorm: 1e9)),
            (SGD(learningRate: 1e-2, momentum: 0.9), SGD(learningRate: 1e-2, momentum: 0.9, clipNorm: 1e9)),
            (RMSprop(learningRate: 1e-4), RMSprop(learningRate: 1e-4, clipNorm: 1e9)),
            (Adagrad(learningRate: 1e-3), Adagrad(learningRate: 1e-3, clipNorm: 1e9)),
        ]
        for (atOnce, inTwoPasses) in pairs {
            let (model, other) = (network(), network())
            other.weights = model.weights
            let found = losses(of: model, atOnce, batchSize: batchSize)
            let expected = losses(of: other, inTwoPasses, batchSize: batchSize)
            #expect(expected.last! < expected.first!, "\(atOnce.name) learns")
            #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-4 * $1 }, "\(atOnce.name)")
            #expect(relativeError(model.weights[2].values, other.weights[2].values) < 1e-4, "\(atOnce.name)")
        }
    }

    /// 1024 × 1024 weights that read flattened images, or each pixel of them.
    private func imageNetwork(isFlattened: Bool) -> Sequential {
        let convolution = Conv2D(
            filters: isFlattened ? 64 : 1024, kernelSize: isFlattened ? 3 : 5, inputShape: [6, 6, 2])
        let dense = Dense(units: 1024, activation: .relu)
        let layers: [any Layer] = isFlattened ? [convolution, Flatten(), dense] : [convolution, dense, Flatten()]
        return Sequential(seed: 6, layers + [Dense(units: 1)])
    }

    /// Adam would not do here: it moves a number whose gradient is nearly 0 as far as any other, where rounding says.
    @Test("whose gradients by images go back to the pixels that they belong to", arguments: [true, false])
    func images(isFlattened: Bool) {
        let images = Tensor.random([16, 6, 6, 2], seed: 3)
        let moves = [nil, 1e9].map { clipNorm in
            let model = imageNetwork(isFlattened: isFlattened)
            let before = model.weightValues
            model.compile(
                optimizer: SGD(learningRate: 0.01, momentum: 0.9, clipNorm: clipNorm), loss: .meanSquaredError)
            model.fit(images, y.prefix(16), epochs: 3, batchSize: 16, verbose: 0)
            return zip(before, model.weightValues).map { zip($0, $1).map { $1 - $0 } }
        }
        for (found, expected) in zip(moves[0], moves[1]) {
            #expect(expected.contains { abs($0) > 1e-4 })
            #expect(relativeError(found, expected) < 1e-4)
        }
    }

    @Test("with the same bits for the same samples")
    func deterministic() {
        let (model, other) = (network(), network())
        other.weights = model.weights
        let found = losses(of: model, Adam(), batchSize: 32)
        #expect(found == losses(of: other, Adam(), batchSize: 32))
        #expect(model.weights[2].values == other.weights[2].values)
    }
}
