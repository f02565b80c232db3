import Tensors

@testable import NeuralNetworks

extension ParityCase {
    /// Normalization, branches, other poolings, shapes, activations as layers, penalties.
    static let layers = [
        ParityCase("batch-normalization") {
            Conv2D(filters: 5, kernelSize: 3, useBias: false)
            BatchNormalization()
            Activation(.relu)
            Flatten()
            Dense(units: 3)
        },
        ParityCase("batch-normalization-settings") {
            Dense(units: 6, useBias: false)
            BatchNormalization(momentum: 0.7, epsilon: 0.1, scale: false)
            Dense(units: 4, activation: .tanh, useBias: false)
            BatchNormalization(center: false)
            Dense(units: 2)
        },
        ParityCase("global-average-pooling") {
            Conv2D(filters: 7, kernelSize: 3)
            GlobalAveragePooling2D()
            Dense(units: 3)
        },
        ParityCase("global-max-pooling") {
            Conv2D(filters: 3, kernelSize: 3)
            GlobalMaxPooling2D()
            Dense(units: 3)
        },
        ParityCase("residual", inputShape: [6, 6, 2]) { input in
            var x = Conv2D(filters: 4, kernelSize: 3, padding: .same, activation: .relu)(input)
            let inner = Conv2D(filters: 4, kernelSize: 3, padding: .same, activation: .relu)(x)
            x = Add()(x, Conv2D(filters: 4, kernelSize: 3, padding: .same)(inner))
            x = Activation(.relu)(x)
            return Dense(units: 3)(Flatten()(x))
        },
        ParityCase("branches", inputShape: [5]) { input in
            let left = Dense(units: 4, activation: .tanh)(input)
            let right = Dense(units: 4, activation: .sigmoid)(input)
            let both = Concatenate()(left, Subtract()(left, right), Average()(left, right))
            return Dense(units: 2)(both)
        },
        ParityCase("penalties") {
            Conv2D(filters: 3, kernelSize: 3, kernelRegularizer: .l1l2(l1: 0.01, l2: 0.02))
            Flatten()
            Dense(units: 3, kernelRegularizer: .l2(0.05), biasRegularizer: .l1(0.03))
        },
        ParityCase("average-pooling") {
            Conv2D(filters: 3, kernelSize: 3)
            AveragePooling2D(poolSize: 2)
        },
        ParityCase("average-pooling-same") {
            Conv2D(filters: 7, kernelSize: 2)
            AveragePooling2D(poolSize: 3, strides: 2, padding: .same)
        },
        ParityCase("rescaling-reshape") {
            Rescaling(scale: 0.5, offset: 0.25)
            Conv2D(filters: 4, kernelSize: 3)
            Reshape(targetShape: [8, -1])
            Dense(units: 3)
        },
        ParityCase("activation-layers") {
            Dense(units: 6)
            LeakyReLU()
            Dense(units: 6)
            ELU(alpha: 0.5)
            Dense(units: 6)
            ReLU(negativeSlope: 0.1)
            Dense(units: 3)
            Softmax()
        },
    ]
}
