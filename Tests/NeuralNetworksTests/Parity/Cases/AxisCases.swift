import Tensors

@testable import NeuralNetworks

extension ParityCase {
    /// A relu with a limit, a slope and a threshold, and softmax along other axes than the last.
    static let axesAndBounds = [
        ParityCase("relu-settings") {
            Dense(units: 8)
            ReLU(maxValue: 0.5)
            Dense(units: 8)
            ReLU(negativeSlope: 0.1, threshold: 0.2)
            Dense(units: 8)
            ReLU(maxValue: 1, negativeSlope: 0.3, threshold: 0.1)
            Dense(units: 3)
        },
        ParityCase("relu-settings-images") {
            Conv2D(filters: 5, kernelSize: 3)
            ReLU(maxValue: 1, negativeSlope: 0.3, threshold: 0.1)
            Conv2D(filters: 3, kernelSize: 2)
            Flatten()
            Dense(units: 3)
        },
        ParityCase("softmax-axes") {
            Conv2D(filters: 4, kernelSize: 3, useBias: false)
            Softmax(axis: 1)
            Conv2D(filters: 3, kernelSize: 2, useBias: false)
            Softmax(axis: 2)
            Flatten()
            Dense(units: 3)
        },
    ]
}
