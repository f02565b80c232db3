import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct ActivationTests {
    @Test func `does what the activation of the layer before would do`() {
        let x = Tensor.random([4, 6], seed: 3)
        for function in GradientTests.activations {
            let apart = Sequential(seed: 2, [Dense(units: 5), Activation(function)])
            let together = Sequential(seed: 2, [Dense(units: 5, activation: function)])
            #expect(apart.predict(x).values == together.predict(x).values)
        }
    }

    /// The loss writes probabilities in the place of logits, while relu's way back still needs its results.
    @Test func `a softmax of its own learns as one in the layer before, also behind a relu`() {
        let x = Tensor.random([4, 6], seed: 3)
        let y = Tensor.randomLabels(4, classes: 5)
        for hidden in [ActivationFunction.relu, .tanh] {
            let layers: [any Layer] = [Dense(units: 5, activation: hidden), Activation(.softmax)]
            let fused = Sequential(seed: 2, layers)
            _ = fused.predict(x)
            for (length, slope) in slopes(of: fused, x, y, loss: .sparseCategoricalCrossentropy) {
                #expect(abs(slope - length) <= 0.01 * length)
            }
        }
    }
}
