import Tensors

@testable import NeuralNetworks

extension ParityCase {
    static let losses = [
        loss("sparse-categorical-crossentropy", .sparseCategoricalCrossentropy, after: .softmax),
        loss(
            "sparse-categorical-crossentropy-logits", SparseCategoricalCrossentropy(fromLogits: true), after: .linear),
        loss("sparse-categorical-crossentropy-softplus", .sparseCategoricalCrossentropy, after: .softplus),
        loss("categorical-crossentropy", .categoricalCrossentropy, after: .softmax),
        loss("categorical-crossentropy-shares", .categoricalCrossentropy, after: .softmax),
        loss("categorical-crossentropy-logits", CategoricalCrossentropy(fromLogits: true), after: .linear),
        loss("categorical-crossentropy-smoothed", CategoricalCrossentropy(labelSmoothing: 0.1), after: .softmax),
        loss("categorical-crossentropy-softplus", .categoricalCrossentropy, after: .softplus),
        loss("binary-crossentropy", .binaryCrossentropy, after: .sigmoid),
        loss("binary-crossentropy-one", .binaryCrossentropy, after: .sigmoid, units: 1),
        loss("binary-crossentropy-logits", BinaryCrossentropy(fromLogits: true), after: .linear),
        loss("binary-crossentropy-smoothed", BinaryCrossentropy(labelSmoothing: 0.2), after: .sigmoid),
        loss("binary-crossentropy-logits-sigmoid", BinaryCrossentropy(fromLogits: true), after: .sigmoid),
        loss("categorical-crossentropy-logits-softmax", CategoricalCrossentropy(fromLogits: true), after: .softmax),
        loss(
            "sparse-categorical-crossentropy-logits-softmax", SparseCategoricalCrossentropy(fromLogits: true),
            after: .softmax),
        loss("mean-squared-error", .meanSquaredError, after: .tanh),
        loss("mean-absolute-error", .meanAbsoluteError, after: .linear),
        loss("huber", .huber, after: .linear),
        loss("huber-delta", Huber(delta: 0.3), after: .linear),
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
