import Tensors

@testable import NeuralNetworks

extension ParityCase {
    /// Convolutions and pooling: strides, `same` with even sizes, dilation, odd channel counts, sizes for Winograd.
    static let convolutions = [
        ParityCase("conv2d-valid") { Conv2D(filters: 5, kernelSize: 3) },
        ParityCase("conv2d-same-even") { Conv2D(filters: 3, kernelSize: 3, padding: .same) },
        ParityCase("conv2d-same-even-kernel") { Conv2D(filters: 3, kernelSize: (2, 4), padding: .same) },
        ParityCase("conv2d-strides-same-even") { Conv2D(filters: 7, kernelSize: 3, strides: 2, padding: .same) },
        ParityCase("conv2d-strides-valid") { Conv2D(filters: 3, kernelSize: 3, strides: (2, 1)) },
        ParityCase("conv2d-strides-kernel-1") { Conv2D(filters: 2, kernelSize: 1, strides: 2, padding: .same) },
        ParityCase("conv2d-dilation-same") { Conv2D(filters: 4, kernelSize: 3, padding: .same, dilationRate: 2) },
        ParityCase("conv2d-one-channel") { Conv2D(filters: 1, kernelSize: 3) },
        ParityCase("conv2d-kernel-5") { Conv2D(filters: 7, kernelSize: 5) },
        ParityCase("conv2d-no-bias") { Conv2D(filters: 4, kernelSize: 3, useBias: false) },
        ParityCase("conv2d-relu") { Conv2D(filters: 5, kernelSize: 3, activation: .relu) },
        ParityCase("conv2d-tanh") { Conv2D(filters: 5, kernelSize: 3, activation: .tanh) },
        ParityCase("conv2d-batch-17") { Conv2D(filters: 7, kernelSize: 3) },
        ParityCase("conv2d-16-channels-same") { Conv2D(filters: 16, kernelSize: 3, padding: .same) },
        ParityCase("conv2d-16-channels-valid") { Conv2D(filters: 32, kernelSize: 3) },
        ParityCase("conv2d-32-channels-same") { Conv2D(filters: 16, kernelSize: 3, padding: .same, activation: .relu) },
        ParityCase("max-pooling") {
            Conv2D(filters: 3, kernelSize: 3)
            MaxPool2D(poolSize: 2)
        },
        ParityCase("max-pooling-same") {
            Conv2D(filters: 3, kernelSize: 2)
            MaxPool2D(poolSize: 2, padding: .same)
        },
        ParityCase("max-pooling-overlapping") {
            Conv2D(filters: 4, kernelSize: 1)
            MaxPool2D(poolSize: 3, strides: 2)
        },
    ]
}
