import Tensors

@testable import NeuralNetworks

extension ParityCase {
    /// Borders of zeros, and larger images, in plain and in blocked layouts.
    static let resizing = [
        ParityCase("zero-padding") {
            Conv2D(filters: 3, kernelSize: 2)
            ZeroPadding2D()
            Conv2D(filters: 2, kernelSize: 3, activation: .tanh)
        },
        ParityCase("zero-padding-sides") {
            ZeroPadding2D(padding: (1, 2))
            Conv2D(filters: 16, kernelSize: 3, activation: .relu)
            ZeroPadding2D(padding: ((0, 1), (3, 2)))
            Conv2D(filters: 2, kernelSize: 3, strides: 2)
        },
        ParityCase("up-sampling-nearest") {
            Conv2D(filters: 7, kernelSize: 2)
            UpSampling2D(size: (2, 3))
            Conv2D(filters: 3, kernelSize: 3, padding: .same)
        },
        ParityCase("up-sampling-nearest-16-channels") {
            Conv2D(filters: 16, kernelSize: 3, activation: .relu)
            UpSampling2D()
            Conv2D(filters: 16, kernelSize: 3, padding: .same)
        },
        ParityCase("up-sampling-bilinear") {
            Conv2D(filters: 7, kernelSize: 2)
            UpSampling2D(size: 2, interpolation: .bilinear)
            Conv2D(filters: 1, kernelSize: 3)
            UpSampling2D(size: (3, 1), interpolation: .bilinear)
        },
        ParityCase("up-sampling-bilinear-16-channels") {
            Conv2D(filters: 16, kernelSize: 3, activation: .relu)
            UpSampling2D(size: (4, 3), interpolation: .bilinear)
            Conv2D(filters: 2, kernelSize: 3, strides: 2)
        },
    ]
}
