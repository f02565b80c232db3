import Tensors

@testable import NeuralNetworks

extension ParityCase {
    static let optimizers = [
        optimizer("sgd", SGD()),
        optimizer("sgd-momentum", SGD(learningRate: 0.05, momentum: 0.9)),
        optimizer("sgd-nesterov", SGD(learningRate: 0.05, momentum: 0.9, nesterov: true)),
        optimizer("rmsprop", RMSprop()),
        optimizer("rmsprop-momentum", RMSprop(learningRate: 0.002, rho: 0.8, momentum: 0.5)),
        optimizer("adam", Adam()),
        optimizer("adam-settings", Adam(learningRate: 0.02, beta1: 0.8, beta2: 0.95, epsilon: 1e-3)),
    ]

    private static func optimizer(_ name: String, _ optimizer: any Optimizer) -> ParityCase {
        ParityCase("optimizer-\(name)", optimizer: optimizer, loss: .sparseCategoricalCrossentropy) {
            Dense(units: 8, activation: .tanh)
            Dense(units: 4, activation: .softmax)
        }
    }
}
