import Tensors

@testable import NeuralNetworks

extension ParityCase {
    /// Convolutions of each channel alone, and in two steps.
    static let separableConvolutions = [
        ParityCase("depthwise-conv2d-valid") {
            Conv2D(filters: 3, kernelSize: 1)
            DepthwiseConv2D(kernelSize: 3)
        },
        ParityCase("depthwise-conv2d-one-channel") { DepthwiseConv2D(kernelSize: (2, 3), padding: .same) },
        ParityCase("depthwise-conv2d-strides-same-even") {
            Conv2D(filters: 7, kernelSize: 1)
            DepthwiseConv2D(kernelSize: 3, strides: 2, padding: .same, activation: .relu)
        },
        ParityCase("depthwise-conv2d-multiplier") {
            Conv2D(filters: 5, kernelSize: 1)
            DepthwiseConv2D(kernelSize: (3, 2), padding: .same, depthMultiplier: 3, activation: .tanh)
        },
        ParityCase("depthwise-conv2d-dilation") {
            Conv2D(filters: 3, kernelSize: 1)
            DepthwiseConv2D(kernelSize: 3, padding: .same, dilationRate: 2)
        },
        ParityCase("depthwise-conv2d-penalties") {
            Conv2D(filters: 7, kernelSize: 1)
            DepthwiseConv2D(kernelSize: 2, useBias: false, depthwiseRegularizer: .l1l2(l1: 0.01, l2: 0.02))
            DepthwiseConv2D(kernelSize: 2, biasRegularizer: .l2(0.05))
        },
        ParityCase("depthwise-conv2d-16-channels") {
            Conv2D(filters: 16, kernelSize: 1, activation: .relu)
            DepthwiseConv2D(kernelSize: 3, padding: .same, activation: .relu)
            DepthwiseConv2D(kernelSize: 3, strides: 2, padding: .same)
        },
        ParityCase("separable-conv2d-valid") {
            Conv2D(filters: 3, kernelSize: 1)
            SeparableConv2D(filters: 5, kernelSize: 3)
        },
        ParityCase("separable-conv2d-strides-same-even") {
            Conv2D(filters: 3, kernelSize: 1, activation: .relu)
            SeparableConv2D(
                filters: 7, kernelSize: 3, strides: 2, padding: .same, depthMultiplier: 2, activation: .relu)
        },
        ParityCase("separable-conv2d-penalties") {
            SeparableConv2D(
                filters: 3, kernelSize: (2, 3), padding: .same, dilationRate: 2, activation: .sigmoid, useBias: false,
                depthwiseRegularizer: .l2(0.05), pointwiseRegularizer: .l1(0.01))
            SeparableConv2D(filters: 2, kernelSize: 2, biasRegularizer: .l2(0.05))
        },
        ParityCase("separable-conv2d-16-channels") {
            SeparableConv2D(filters: 32, kernelSize: 3, padding: .same, activation: .relu)
            SeparableConv2D(filters: 16, kernelSize: 3)
        },
    ]
}
