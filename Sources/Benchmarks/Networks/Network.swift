import ArgumentParser
import NeuralNetworks

/// The two networks of chapter 6.
enum Network: String, CaseIterable, ExpressibleByArgument {
    case small, vgg

    var title: String {
        switch self {
        case .small: "small CNN"
        case .vgg: "VGG-like"
        }
    }

    /// The network as the chapter compiles it.
    func compiled() -> Sequential {
        let model = make()
        model.compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
        return model
    }

    private func make() -> Sequential {
        switch self {
        case .small: Self.smallNetwork()
        case .vgg: Self.vggNetwork()
        }
    }

    private static func smallNetwork() -> Sequential {
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

    private static func vggNetwork() -> Sequential {
        Sequential {
            Conv2D(filters: 32, kernelSize: (3, 3), padding: .same, activation: .relu, inputShape: [28, 28, 1])
            Conv2D(filters: 64, kernelSize: (3, 3), padding: .same, activation: .relu)
            MaxPool2D(poolSize: (2, 2))
            Dropout(rate: 0.5)
            Conv2D(filters: 128, kernelSize: (3, 3), padding: .same, activation: .relu)
            Conv2D(filters: 256, kernelSize: (3, 3), padding: .valid, activation: .relu)
            MaxPool2D(poolSize: (2, 2))
            Dropout(rate: 0.5)
            Flatten()
            Dense(units: 512, activation: .relu)
            Dropout(rate: 0.5)
            Dense(units: 256, activation: .relu)
            Dropout(rate: 0.5)
            Dense(units: 10, activation: .softmax)
        }
    }
}
