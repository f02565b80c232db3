import Tensors

@testable import NeuralNetworks

extension ParityCase {
    /// The chapter's networks in small.
    static let networks = [
        ParityCase("network-small", optimizer: Adam(learningRate: 0.01), loss: .sparseCategoricalCrossentropy) {
            Conv2D(filters: 4, kernelSize: 3)
            MaxPool2D(poolSize: 2)
            Conv2D(filters: 8, kernelSize: 3)
            Flatten()
            Dense(units: 16, activation: .relu)
            Dense(units: 10, activation: .softmax)
        },
        ParityCase(
            "network-vgg", optimizer: SGD(learningRate: 0.02, momentum: 0.9), loss: .sparseCategoricalCrossentropy
        ) {
            Conv2D(filters: 4, kernelSize: 3, padding: .same, activation: .relu)
            Conv2D(filters: 16, kernelSize: 3, padding: .same, activation: .relu)
            MaxPool2D(poolSize: 2)
            Conv2D(filters: 16, kernelSize: 3, padding: .same, activation: .relu)
            Conv2D(filters: 16, kernelSize: 3, activation: .relu)
            MaxPool2D(poolSize: 2)
            Flatten()
            Dense(units: 16, activation: .relu)
            Dense(units: 10, activation: .softmax)
        },
    ]
}
