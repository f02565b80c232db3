import Tensors
import Testing

@testable import NeuralNetworks

/// The gradients of each layer against the change of the loss when its numbers are moved along them.
@Suite struct GradientTests {
    struct Case: CustomTestStringConvertible, @unchecked Sendable {
        let testDescription: String
        let inputShape: Shape
        let layers: [any Layer]
        /// How far parameters are moved, and how far the slope may be from the gradient, as a part of it.
        var step: Float = 1e-3
        var tolerance = 0.01
    }

    static let activations: [ActivationFunction] = [
        .linear, .relu, .sigmoid, .tanh, .softmax, .elu, .leakyReLU, .gelu, .swish, .softplus, .exponential,
    ]

    static let cases =
        activations.map { activation in
            Case(
                testDescription: "dense with \(activation)", inputShape: [6],
                layers: [Dense(units: 5, activation: activation), Dense(units: 4)])
        }
        + activations.map { activation in
            Case(
                testDescription: "convolution with \(activation)", inputShape: [6, 7, 3],
                layers: [Conv2D(filters: 5, kernelSize: 3, activation: activation), Flatten(), Dense(units: 4)])
        } + [
            Case(
                testDescription: "pooling of a rectified convolution", inputShape: [9, 9, 2],
                layers: [
                    Conv2D(filters: 16, kernelSize: 3, padding: .same, activation: .relu), MaxPool2D(), Flatten(),
                    Dense(units: 4),
                ]),
            Case(
                testDescription: "pooling of a linear convolution, overlapping windows", inputShape: [9, 9, 2],
                layers: [
                    Conv2D(filters: 5, kernelSize: 3), MaxPool2D(poolSize: 3, strides: 2, padding: .same), Flatten(),
                    Dense(units: 4),
                ]),
            Case(
                testDescription: "dense over the channels of images", inputShape: [4, 5, 3],
                layers: [Dense(units: 6, activation: .relu), Conv2D(filters: 4, kernelSize: (4, 5)), Flatten()]),
            Case(
                testDescription: "without bias", inputShape: [6, 6, 3],
                layers: [
                    Conv2D(filters: 16, kernelSize: 3, useBias: false), Flatten(), Dense(units: 4, useBias: false),
                ]),
            Case(
                testDescription: "rectified convolutions, one behind the other, by Winograd", inputShape: [7, 6, 16],
                layers: [
                    Conv2D(filters: 64, kernelSize: 3, padding: .same, activation: .relu),
                    Conv2D(filters: 16, kernelSize: 3, activation: .relu), Flatten(), Dense(units: 4),
                ],
                step: 1e-4, tolerance: 0.02),
            Case(
                testDescription: "two blocks, as in the chapter", inputShape: [12, 12, 1],
                layers: [
                    Conv2D(filters: 16, kernelSize: 3, padding: .same, activation: .relu),
                    Conv2D(filters: 32, kernelSize: 3, padding: .same, activation: .relu), MaxPool2D(),
                    Conv2D(filters: 32, kernelSize: 3, activation: .relu), MaxPool2D(), Flatten(),
                    Dense(units: 16, activation: .relu), Dense(units: 4),
                ],
                // So many rectified and pooled values have a kink within any step: the slope comes to the gradient only
                // in proportion to it, and below this step float32's rounding takes over.
                step: 1e-4, tolerance: 0.02),
            Case(
                testDescription: "dropout", inputShape: [6],
                layers: [Dense(units: 20, activation: .relu), Dropout(rate: 0.5), Dense(units: 4)]),
            Case(
                testDescription: "batch normalization of images of 7 channels", inputShape: [6, 5, 3],
                layers: [
                    Conv2D(filters: 7, kernelSize: 3, useBias: false), BatchNormalization(), Activation(.tanh),
                    Flatten(),
                    Dense(units: 4),
                ]),
            Case(
                testDescription: "batch normalization of a rectified convolution of 16 filters", inputShape: [6, 5, 3],
                layers: [
                    Conv2D(filters: 16, kernelSize: 3, activation: .relu, useBias: false), BatchNormalization(),
                    Flatten(),
                    Dense(units: 4),
                ]),
            Case(
                testDescription: "batch normalization of vectors", inputShape: [6],
                layers: [Dense(units: 5, useBias: false), BatchNormalization(), Activation(.relu), Dense(units: 4)]),
            Case(
                testDescription: "batch normalization of rows", inputShape: [3, 6],
                layers: [Dense(units: 5, useBias: false), BatchNormalization(), Flatten(), Dense(units: 4)]),
            Case(
                testDescription: "batch normalization without scale and centre", inputShape: [6, 5, 3],
                layers: [
                    Conv2D(filters: 3, kernelSize: 3, useBias: false), BatchNormalization(scale: false),
                    Activation(.tanh),
                    Conv2D(filters: 16, kernelSize: 1, useBias: false), BatchNormalization(center: false),
                    Conv2D(filters: 3, kernelSize: 1, useBias: false), BatchNormalization(center: false, scale: false),
                    Flatten(),
                    Dense(units: 4),
                ]),
            Case(
                testDescription: "global average pooling", inputShape: [6, 5, 3],
                layers: [
                    Conv2D(filters: 7, kernelSize: 3, activation: .relu), GlobalAveragePooling2D(), Dense(units: 4),
                ]),
            Case(
                testDescription: "global max-pooling of a rectified convolution", inputShape: [6, 5, 3],
                layers: [
                    Conv2D(filters: 16, kernelSize: 3, activation: .relu), GlobalMaxPooling2D(keepdims: true),
                    Conv2D(filters: 4, kernelSize: 1), Flatten(),
                ]),
            Case(
                testDescription: "depthwise convolutions of 3 and 16 channels", inputShape: [6, 7, 2],
                layers: [
                    Conv2D(filters: 3, kernelSize: 1),
                    DepthwiseConv2D(kernelSize: 3, padding: .same, depthMultiplier: 2, activation: .tanh),
                    Conv2D(filters: 16, kernelSize: 1), DepthwiseConv2D(kernelSize: 3, strides: 2, useBias: false),
                    Flatten(), Dense(units: 4),
                ]),
            Case(
                testDescription: "separable convolutions of 3 and 16 channels", inputShape: [6, 7, 2],
                layers: [
                    Conv2D(filters: 3, kernelSize: 1),
                    SeparableConv2D(filters: 16, kernelSize: 3, strides: 2, padding: .same, activation: .relu),
                    SeparableConv2D(filters: 32, kernelSize: 2, depthMultiplier: 2, activation: .tanh), Flatten(),
                    Dense(units: 4),
                ]),
            Case(
                testDescription: "transposed convolutions of 3 and 16 channels", inputShape: [3, 4, 2],
                layers: [
                    Conv2D(filters: 3, kernelSize: 1),
                    Conv2DTranspose(filters: 16, kernelSize: 3, strides: 2, padding: .same, activation: .tanh),
                    Conv2DTranspose(filters: 16, kernelSize: 3),
                    Conv2DTranspose(filters: 3, kernelSize: 1, strides: (2, 3), useBias: false),
                    Flatten(), Dense(units: 4),
                ]),
            Case(
                testDescription: "borders of zeros around rectified images", inputShape: [4, 5, 3],
                layers: [
                    Conv2D(filters: 16, kernelSize: 2, activation: .relu), ZeroPadding2D(padding: ((1, 0), (2, 1))),
                    Conv2D(filters: 3, kernelSize: 2), ZeroPadding2D(padding: (0, 1)), Flatten(), Dense(units: 4),
                ]),
            Case(
                testDescription: "larger images of nearest pixels", inputShape: [4, 5, 3],
                layers: [
                    Conv2D(filters: 16, kernelSize: 2, activation: .relu), UpSampling2D(size: (2, 3)),
                    Conv2D(filters: 3, kernelSize: 2), UpSampling2D(), Flatten(), Dense(units: 4),
                ]),
            Case(
                testDescription: "larger images, bilinear", inputShape: [4, 5, 3],
                layers: [
                    Conv2D(filters: 16, kernelSize: 2, activation: .relu),
                    UpSampling2D(size: (2, 3), interpolation: .bilinear), Conv2D(filters: 3, kernelSize: 2),
                    UpSampling2D(size: (3, 1), interpolation: .bilinear), Flatten(), Dense(units: 4),
                ]),
            Case(
                testDescription: "average pooling, overlapping windows", inputShape: [9, 9, 2],
                layers: [
                    Conv2D(filters: 5, kernelSize: 3, activation: .relu),
                    AveragePooling2D(poolSize: 3, strides: 2, padding: .same), Flatten(), Dense(units: 4),
                ]),
            Case(
                testDescription: "reshaped and rescaled images of 16 channels", inputShape: [6, 5, 3],
                layers: [
                    Conv2D(filters: 16, kernelSize: 3, activation: .relu), Rescaling(scale: 2, offset: 0.5),
                    Reshape(targetShape: [8, -1, 3]), Conv2D(filters: 2, kernelSize: 3), Flatten(),
                    Reshape(targetShape: [4, -1]), Dense(units: 1), Flatten(),
                ]),
            Case(
                testDescription: "activations as layers, one behind the other", inputShape: [6],
                layers: [
                    Dense(units: 8), LeakyReLU(), Dense(units: 8), ELU(alpha: 0.5), Dense(units: 8), GELU(),
                    Dense(units: 4),
                ]),
            Case(
                testDescription: "more activations as layers", inputShape: [6],
                layers: [
                    Dense(units: 8), Swish(), Dense(units: 8), Tanh(), Dense(units: 8), ReLU(negativeSlope: 0.1),
                    Dense(units: 4), Sigmoid(),
                ]),
            // A number that a layer normalization takes back has a gradient of 0, and trying tells only rounding errors.
            Case(
                testDescription: "layer normalization of the channels of images", inputShape: [6, 5, 3],
                layers: [
                    Conv2D(filters: 7, kernelSize: 3, useBias: false), LayerNormalization(),
                    Conv2D(filters: 16, kernelSize: 1, activation: .tanh, useBias: false), LayerNormalization(),
                    Flatten(), Dense(units: 4),
                ]),
            Case(
                testDescription: "layer normalization along height, and of whole images", inputShape: [6, 5, 3],
                layers: [
                    Conv2D(filters: 5, kernelSize: 3, activation: .tanh, useBias: false),
                    LayerNormalization(axis: 1, gammaRegularizer: .l2(0.1)),
                    Conv2D(filters: 16, kernelSize: 1, activation: .tanh), LayerNormalization(axis: [1, 2, 3]),
                    Flatten(), Dense(units: 4),
                ]),
            Case(
                testDescription: "layer normalization of a flattened image and of rows", inputShape: [6, 5, 3],
                layers: [
                    Conv2D(filters: 16, kernelSize: 3, activation: .tanh), Flatten(),
                    LayerNormalization(center: false), Reshape(targetShape: [12, -1]),
                    Dense(units: 5, activation: .tanh), LayerNormalization(axis: 1, scale: false), Flatten(),
                    Dense(units: 4),
                ]),
            Case(
                testDescription: "spatial dropout of rectified and other images", inputShape: [6, 5, 3],
                layers: [
                    Conv2D(filters: 16, kernelSize: 3, activation: .relu), SpatialDropout2D(rate: 0.5),
                    Conv2D(filters: 7, kernelSize: 1), SpatialDropout2D(rate: 0.25), Flatten(), Dense(units: 4),
                ]),
            Case(
                testDescription: "noise behind rectified and other images", inputShape: [6, 5, 3],
                layers: [
                    Conv2D(filters: 5, kernelSize: 3, activation: .relu), GaussianNoise(stddev: 0.5),
                    Conv2D(filters: 16, kernelSize: 1), GaussianNoise(stddev: 0.1), Flatten(), Dense(units: 4),
                ],
                step: 1e-4, tolerance: 0.02),
            Case(
                testDescription: "relu with a limit, a slope and a threshold", inputShape: [6, 5, 3],
                layers: [
                    Conv2D(filters: 5, kernelSize: 3), ReLU(maxValue: 0.5), Conv2D(filters: 16, kernelSize: 1),
                    ReLU(maxValue: 2, negativeSlope: 0.3), Flatten(), Dense(units: 6),
                    // A threshold above 0 makes a jump, so only few numbers go through it.
                    ReLU(negativeSlope: 0.2, threshold: 0.01), Dense(units: 4),
                ],
                step: 1e-4, tolerance: 0.02),
            Case(
                testDescription: "softmax along height and width", inputShape: [6, 5, 3],
                layers: [
                    Conv2D(filters: 16, kernelSize: 3), Softmax(axis: 1), Conv2D(filters: 3, kernelSize: 1),
                    Softmax(axis: -2), Flatten(), Dense(units: 4),
                ]),
            Case(
                testDescription: "regularizers", inputShape: [6, 5, 3],
                layers: [
                    Conv2D(
                        filters: 5, kernelSize: 3, biasInitializer: .randomNormal,
                        kernelRegularizer: .l1l2(l1: 0.1, l2: 0.2),
                        biasRegularizer: .l2(0.3)), Flatten(),
                    Dense(units: 4, kernelRegularizer: .l2(0.1)),
                ]),
        ]

    @Test(arguments: cases) func `the loss falls as steeply as the gradient says`(test: Case) {
        let model = Sequential(seed: 5, test.layers)
        let x = Tensor.random(Shape([6] + test.inputShape.sizes), seed: 6)
        _ = model.predict(x)
        let y = Tensor.random([6, 4], seed: 7)
        for (length, slope) in slopes(of: model, x, y, loss: .meanSquaredError, step: test.step) {
            #expect(abs(slope - length) <= test.tolerance * max(length, 1e-3), "gradient \(length), slope \(slope)")
        }
    }

    @Test func `the loss of a softmax falls as steeply as the gradient says`() {
        let model = Sequential(seed: 5, [Dense(units: 8, activation: .relu), Dense(units: 3, activation: .softmax)])
        let x = Tensor.random([7, 5], seed: 6)
        _ = model.predict(x)
        for (length, slope) in slopes(of: model, x, .randomLabels(7, classes: 3), loss: .sparseCategoricalCrossentropy)
        {
            #expect(abs(slope - length) <= 0.01 * length, "gradient \(length), slope \(slope)")
        }
    }
}
