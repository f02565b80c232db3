import Tensors

@testable import NeuralNetworks

extension ParityCase {
    /// Transposed convolutions, each behind a convolution of this many channels, which learns through it.
    static let transposedConvolutions = [
        transposed("valid", 3, Conv2DTranspose(filters: 5, kernelSize: 3)),
        transposed("same", 7, Conv2DTranspose(filters: 1, kernelSize: 3, padding: .same)),
        transposed("strides-same", 3, Conv2DTranspose(filters: 7, kernelSize: 3, strides: 2, padding: .same)),
        transposed(
            "strides-same-even-kernel", 1, Conv2DTranspose(filters: 3, kernelSize: (2, 4), strides: 2, padding: .same)),
        transposed(
            "strides-same-kernel-1", 3, Conv2DTranspose(filters: 2, kernelSize: 1, strides: (2, 3), padding: .same)),
        transposed("strides-valid", 3, Conv2DTranspose(filters: 4, kernelSize: (3, 4), strides: 2)),
        transposed(
            "strides-beyond-kernel", 5, Conv2DTranspose(filters: 3, kernelSize: 2, strides: 3, activation: .relu)),
        transposed(
            "output-padding", 3, Conv2DTranspose(filters: 3, kernelSize: 3, strides: (2, 3), outputPadding: (0, 2))),
        transposed(
            "output-padding-same", 3,
            Conv2DTranspose(
                filters: 3, kernelSize: 3, strides: 2, padding: .same, outputPadding: 0, activation: .tanh)),
        transposed("dilation", 3, Conv2DTranspose(filters: 2, kernelSize: 3, dilationRate: 2)),
        transposed(
            "dilation-same", 3,
            Conv2DTranspose(filters: 2, kernelSize: 3, padding: .same, dilationRate: 2, useBias: false)),
        transposed(
            "16-channels", 16,
            Conv2DTranspose(filters: 32, kernelSize: 3, strides: 2, padding: .same, activation: .relu)),
        transposed("16-channels-stride-1", 32, Conv2DTranspose(filters: 32, kernelSize: 3, padding: .same)),
        transposed(
            "penalties", 3,
            Conv2DTranspose(
                filters: 2, kernelSize: 3, kernelRegularizer: .l1l2(l1: 0.01, l2: 0.02), biasRegularizer: .l2(0.05))),
    ]

    private static func transposed(_ name: String, _ channels: Int, _ layer: Conv2DTranspose) -> ParityCase {
        ParityCase("conv2d-transpose-\(name)") {
            Conv2D(filters: channels, kernelSize: 1)
            layer
        }
    }
}
