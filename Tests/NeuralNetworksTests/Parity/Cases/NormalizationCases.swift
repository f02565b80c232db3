import Tensors

@testable import NeuralNetworks

extension ParityCase {
    static let layerNormalization = [
        ParityCase("layer-normalization") {
            Conv2D(filters: 5, kernelSize: 3)
            LayerNormalization()
            Activation(.relu)
            Flatten()
            Dense(units: 3)
        },
        ParityCase("layer-normalization-axes", optimizer: SGD(learningRate: 0.002)) {
            Conv2D(filters: 4, kernelSize: 3)
            LayerNormalization(axis: [1, 2, 3], epsilon: 0.1)
            Conv2D(filters: 16, kernelSize: 1, useBias: false)
            LayerNormalization(axis: 1, epsilon: 0.2)
            Flatten()
            Dense(units: 3)
        },
        ParityCase("layer-normalization-settings") {
            Dense(units: 6)
            LayerNormalization(scale: false, betaRegularizer: .l2(0.1))
            Dense(units: 4, activation: .tanh)
            LayerNormalization(center: false, gammaRegularizer: .l1(0.05))
            Dense(units: 2)
        },
    ]
}
