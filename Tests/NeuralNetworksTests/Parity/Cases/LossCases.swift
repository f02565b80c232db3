import Tensors

@testable import NeuralNetworks

extension ParityCase {
    static let losses = [
        loss("sparse-categorical-crossentropy", .sparseCategoricalCrossentropy, after: .softmax),
        loss(
            "sparse-categorical-crossentropy-logits", SparseCategoricalCrossentropy(fromLogits: true), after: .linear),
        loss("mean-squared-error", .meanSquaredError, after: .tanh),
    ]

    /// A network that ends with an activation and a loss.
    private static func loss(
        _ name: String, _ loss: any Loss, after activation: ActivationFunction, units: Int = 4
    ) -> ParityCase {
        ParityCase("loss-\(name)", loss: loss) {
            Dense(units: 8, activation: .tanh)
            Dense(units: units, activation: activation)
        }
    }
}
