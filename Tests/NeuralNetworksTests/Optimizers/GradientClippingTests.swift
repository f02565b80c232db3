import Tensors
import Testing

@testable import NeuralNetworks

/// Clipping over the parameters of a whole model, by what one step of plain gradient descent takes away.
@Suite struct GradientClippingTests {
    private static let x = Tensor.random([9, 6, 6, 3], seed: 3)
    private static let y = Tensor.randomLabels(9, classes: 4)

    /// What one step with a rate of 1 takes away from each parameter; gradients are in blocked layouts.
    private func step(_ optimizer: some Optimizer) -> [[Float]] {
        let model = Sequential(
            seed: 4,
            [
                Conv2D(filters: 7, kernelSize: 3, activation: .relu, inputShape: [6, 6, 3]), Flatten(),
                Dense(units: 4, activation: .softmax),
            ])
        let before = model.weightValues
        model.compile(optimizer: optimizer, loss: .sparseCategoricalCrossentropy)
        model.fit(Self.x, Self.y, batchSize: 9, shuffle: false, verbose: 0)
        return zip(before, model.weightValues).map { zip($0, $1).map { $0 - $1 } }
    }

    private func length(_ numbers: some Sequence<Float>) -> Double {
        numbers.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    }

    private func scaled(_ numbers: [Float], by factor: Double) -> [Float] { numbers.map { Float(Double($0) * factor) } }

    @Test func `the length of each parameter's gradient is limited`() {
        let limit = 0.05
        for (clipped, gradient) in zip(step(SGD(learningRate: 1, clipNorm: limit)), step(SGD(learningRate: 1))) {
            let expected = scaled(gradient, by: min(1, limit / length(gradient)))
            #expect(relativeError(clipped, expected) < 1e-4)
        }
    }

    @Test(arguments: [0.05, 1e3]) func `the length of all gradients together is limited`(limit: Double) {
        let gradients = step(SGD(learningRate: 1))
        let factor = min(1, limit / length(gradients.joined()))
        for (clipped, gradient) in zip(step(SGD(learningRate: 1, globalClipNorm: limit)), gradients) {
            #expect(relativeError(clipped, scaled(gradient, by: factor)) < 1e-4)
        }
    }

    @Test func `a limit that is never reached changes no bit`() {
        #expect(step(Adam(globalClipNorm: 1e6)) == step(Adam()))
    }
}
