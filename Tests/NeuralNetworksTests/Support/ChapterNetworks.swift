@testable import NeuralNetworks

extension Sequential {
    /// The small network of chapter 6.
    static func small() -> Sequential {
        Sequential {
            Conv2D(filters: 32, kernelSize: (3, 3), inputShape: [28, 28, 1])
            MaxPool2D(poolSize: (2, 2), strides: (2, 2))
            Conv2D(filters: 64, kernelSize: (3, 3))
            MaxPool2D(poolSize: (2, 2), strides: (2, 2))
            Conv2D(filters: 128, kernelSize: (3, 3))
            Flatten()
            Dense(units: 128, activation: .relu)
            Dropout(rate: 0.3)
            Dense(units: 10, activation: .softmax)
        }
    }

    /// The VGG-like network of chapter 6.
    static func vgg() -> Sequential {
        Sequential {
            Conv2D(filters: 32, kernelSize: 3, padding: .same, activation: .relu, inputShape: [28, 28, 1])
            Conv2D(filters: 64, kernelSize: 3, padding: .same, activation: .relu)
            MaxPool2D(poolSize: (2, 2))
            Dropout(rate: 0.5)
            Conv2D(filters: 128, kernelSize: 3, padding: .same, activation: .relu)
            Conv2D(filters: 256, kernelSize: 3, padding: .valid, activation: .relu)
            MaxPool2D(poolSize: (2, 2))
            Dropout(rate: 0.5)
            Flatten()
            for units in [512, 256] {
                Dense(units: units, activation: .relu)
                Dropout(rate: 0.5)
            }
            Dense(units: 10, activation: .softmax)
        }
    }
}
