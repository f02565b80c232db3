import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct DepthwiseConv2DTests {
    @Test(arguments: [
        (1, 1, 1, 1, Padding.valid), (3, 1, 1, 1, .same), (7, 2, 1, 1, .valid), (16, 1, 1, 1, .same),
        (20, 1, 2, 1, .same), (32, 2, 2, 1, .valid), (5, 1, 1, 2, .same), (32, 1, 1, 2, .valid),
    ]) func `predicts what a convolution does whose kernel is 0 between channels`(
        channels: Int, multiplier: Int, stride: Int, dilation: Int, padding: Padding
    ) {
        let shape: Shape = [8, 9, channels]
        let depthwise = Sequential(
            seed: 1,
            [
                DepthwiseConv2D(
                    kernelSize: (3, 2), strides: stride, padding: padding, depthMultiplier: multiplier,
                    dilationRate: dilation, inputShape: shape)
            ])
        let filters = channels * multiplier
        let plain = Sequential(
            seed: 1,
            [
                Conv2D(
                    filters: filters, kernelSize: (3, 2), strides: stride, padding: padding, dilationRate: dilation,
                    inputShape: shape)
            ])
        let kernel = depthwise.weightValues[0]
        var wide = [Float](repeating: 0, count: 6 * channels * filters)
        for (index, value) in kernel.enumerated() {
            let (filter, place) = (index % filters, index / filters)
            wide[(place * channels + filter / multiplier) * filters + filter] = value
        }
        let bias = Tensor.random([filters], seed: 3)
        plain.graph!.parameters[0].value = Tensor(shape: [3, 2, channels, filters], wide)
        for model in [plain, depthwise] { model.graph!.parameters[1].value = bias }
        let x = Tensor.random([5, 8, 9, channels], seed: 2)
        #expect(depthwise.predict(x).shape == plain.predict(x).shape)
        #expect(relativeError(depthwise.predict(x).values, plain.predict(x).values) < 1e-5)
    }

    @Test func `its numbers have Keras's names and shapes`() {
        let parameters = Sequential(
            seed: 1, [DepthwiseConv2D(kernelSize: (3, 2), depthMultiplier: 4, inputShape: [8, 8, 5])]
        ).graph!.parameters
        #expect(parameters.map(\.name) == ["kernel", "bias"])
        #expect(parameters.map(\.shape) == [[3, 2, 5, 4], [20]])
        let withoutBias = Sequential(seed: 1, [DepthwiseConv2D(kernelSize: 3, useBias: false, inputShape: [8, 8, 5])])
        #expect(withoutBias.graph!.parameters.map(\.name) == ["kernel"])
    }

    @Test func `a model with it comes back from a file`() throws {
        let layer = DepthwiseConv2D(
            kernelSize: (3, 2), strides: (1, 2), padding: .same, depthMultiplier: 2, activation: .elu(alpha: 0.5),
            useBias: false, depthwiseInitializer: .heNormal, depthwiseRegularizer: .l2(0.1),
            biasRegularizer: .l1(0.2), inputShape: [6, 7, 3])
        let dilated = DepthwiseConv2D(kernelSize: 2, dilationRate: (2, 1), biasInitializer: .ones)
        try expectToComeBack([layer, dilated])
    }

    @Test func `it checks what it is given`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = DepthwiseConv2D(kernelSize: 3, depthMultiplier: 0)
            },
            says: "DepthwiseConv2D: depthMultiplier must be at least 1, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = DepthwiseConv2D(kernelSize: 3, strides: (1, 0))
            },
            says: "DepthwiseConv2D: strides must be at least 1, but is (1, 0)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([DepthwiseConv2D(kernelSize: 5, inputShape: [4, 28, 1])])
            },
            says: "depthwise_conv2d: expected images of at least 5 × 5 pixels, but received (4, 28, 1)")
    }
}
