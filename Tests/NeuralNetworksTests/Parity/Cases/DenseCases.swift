import Tensors

@testable import NeuralNetworks

extension ParityCase {
    /// Dense layers, what they read, and every activation.
    static let denseLayers =
        [
            ParityCase("dense") { Dense(units: 3) },
            ParityCase("dense-one") { Dense(units: 1) },
            ParityCase("dense-on-rows") {
                Dense(units: 3, activation: .relu)
                Dense(units: 2)
            },
            ParityCase("flatten") {
                Conv2D(filters: 5, kernelSize: 3)
                Flatten()
                Dense(units: 3)
            },
            ParityCase("flatten-16-channels") {
                Conv2D(filters: 16, kernelSize: 3)
                Flatten()
                Dense(units: 3)
            },
        ]
        + activations.map { name, activation in
            ParityCase("activation-\(name)") {
                Dense(units: 6, activation: activation)
                Dense(units: 3)
            }
        }

    private static let activations: [(String, ActivationFunction)] = [
        ("relu", .relu), ("sigmoid", .sigmoid), ("tanh", .tanh), ("softmax", .softmax), ("elu", .elu),
        ("leaky-relu", .leakyReLU), ("gelu", .gelu), ("swish", .swish), ("softplus", .softplus),
        ("exponential", .exponential),
    ]
}
