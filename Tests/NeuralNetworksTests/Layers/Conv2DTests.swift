import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct Conv2DTests {
    /// A convolution to compare with its definition.
    struct Case: CustomTestStringConvertible, Sendable {
        var batch = 2
        var image = (9, 9)
        var channels = 3
        var filters = 7
        var kernel = (3, 3)
        var strides = (1, 1)
        var dilation = (1, 1)
        var padding = Padding.valid

        var testDescription: String {
            "\(batch)×\(image)×\(channels) → \(filters), kernel \(kernel), strides \(strides), dilation \(dilation), \(padding)"
        }

        var layer: Conv2D {
            Conv2D(
                filters: filters, kernelSize: kernel, strides: strides, padding: padding, dilationRate: dilation,
                inputShape: [image.0, image.1, channels])
        }

        var reference: PlainConvolution {
            let (sizes, window) = ([image.0, image.1], layer.window)
            let (output, margin) = (window.outputSizes(sizes), window.margins(sizes).before)
            return PlainConvolution(
                strides: strides, dilation: dilation, margin: (margin[0], margin[1]), outputSize: (output[0], output[1])
            )
        }
    }

    /// Odd channel counts, strides, dilation, even sizes with `same`, and the sizes for which Winograd is chosen.
    static let cases =
        [
            Case(channels: 1, filters: 3), Case(), Case(batch: 1, channels: 7, filters: 1),
            Case(batch: 5, image: (10, 7), strides: (2, 1)), Case(image: (10, 8), strides: (2, 2), padding: .same),
            Case(image: (8, 8), kernel: (2, 4), padding: .same), Case(kernel: (1, 1)),
            Case(kernel: (5, 2), padding: .same),
            Case(dilation: (2, 2)), Case(image: (11, 12), kernel: (3, 2), dilation: (1, 3), padding: .same),
            Case(image: (13, 13), channels: 32, filters: 64),
            Case(image: (14, 14), channels: 16, filters: 80, padding: .same),
            Case(batch: 3, image: (12, 9), channels: 32, filters: 48, padding: .same),
            Case(batch: 1, image: (6, 7), channels: 144, filters: 16), Case(image: (6, 6), channels: 20, filters: 24),
            Case(batch: 67, image: (5, 5), channels: 32, filters: 32),
            Case(batch: 7, image: (3, 8), channels: 16, filters: 64, padding: .same),
            Case(batch: 5, image: (20, 11), channels: 64, filters: 112),
            Case(batch: 5, image: (14, 14), channels: 32, filters: 64), Case(image: (18, 7), channels: 48, filters: 80),
            Case(batch: 3, image: (9, 8), channels: 128, filters: 256),
        ] + fewChannels

    /// Few channels and many filters, or the other way round: the sizes at which oneDNN's dense kernel fails.
    private static let fewChannels = [1, 8, 16, 32].flatMap { channels in
        [
            Case(batch: 32, image: (1, 1), channels: channels, filters: 2048, kernel: (1, 1)),
            Case(batch: 1, image: (2, 3), channels: channels, filters: 1088, kernel: (1, 1)),
            Case(image: (3, 3), channels: channels, filters: 1152, padding: .same),
            Case(batch: 5, image: (1, 1), channels: 2048, filters: channels, kernel: (1, 1)),
        ]
    }

    @Test(arguments: cases) func `predicts what the definition says`(test: Case) {
        let model = Sequential(seed: 3, [test.layer])
        let input = Tensor.random([test.batch, test.image.0, test.image.1, test.channels])
        let bias = Tensor.random([test.filters], seed: 4)
        model.graph!.parameters[1].value = bias
        let products = test.reference(input, kernel: model.graph!.parameters[0].value)
        let expected = products.enumerated().map { $1 + bias.values[$0 % test.filters] }
        #expect(relativeError(model.predict(input).values, expected) < 1e-5)
    }

    /// The first of two convolutions learns through the second: so the gradient has passed all three passes.
    @Test(arguments: cases) func `sends back the gradients of the definition`(test: Case) {
        let first = Conv2D(
            filters: test.channels, kernelSize: 1, inputShape: [test.image.0, test.image.1, 2])
        let model = Sequential(seed: 3, [first, test.layer])
        let input = Tensor.random([test.batch, test.image.0, test.image.1, 2])
        let kernels = model.graph!.parameters.map(\.value)
        let pointwise = PlainConvolution(outputSize: test.image)
        let middle = Tensor(
            shape: [test.batch, test.image.0, test.image.1, test.channels], pointwise(input, kernel: kernels[0]))
        let (height, width) = test.reference.outputSize
        let outputGradient = Tensor.random([test.batch, height * width * test.filters], seed: 5)
        let second = test.reference.gradients(middle, kernel: kernels[2], output: outputGradient.values)
        let first_ = pointwise.gradients(input, kernel: kernels[0], output: second.input)

        let gradients = gradients(of: model, input, outputGradient, loss: Projection())
        #expect(relativeError(gradients[0], first_.kernel) < 1e-4)
        #expect(relativeError(gradients[2], second.kernel) < 1e-4)
        let values = outputGradient.values
        let biasGradient = (0..<test.filters).map { filter in
            stride(from: filter, to: values.count, by: test.filters).reduce(0) { $0 + values[$1] }
        }
        #expect(relativeError(gradients[3], biasGradient) < 1e-4)
    }

    @Test func `prefers Winograd where the rule says so`() {
        func prefersWinograd(_ input: Int, _ output: Int, channels: Int = 32, filters: Int = 64, stride: Int = 1)
            -> Bool
        {
            WinogradRule(
                ConvolutionProblem(
                    source: [32, channels, input, input], weights: [filters, channels, 3, 3],
                    destination: [32, filters, output, output], hasBias: true, strides: [stride, stride],
                    dilation: [1, 1], margins: ([0, 0], [0, 0]))
            ).prefersWinograd
        }
        #expect(prefersWinograd(28, 28))
        #expect(prefersWinograd(13, 11))
        #expect(prefersWinograd(5, 3))
        #expect(!prefersWinograd(4, 2))
        #expect(!prefersWinograd(28, 28, channels: 3))
        #expect(!prefersWinograd(28, 28, channels: 16, filters: 16))
        #expect(!prefersWinograd(29, 14, stride: 2))
    }

    @Test func `keeps the layout of the reader whatever the processor prefers`() {
        let model = Sequential(seed: 3, [Conv2D(filters: 32, kernelSize: 3, inputShape: [8, 8, 16])])
        let kernel = Tensor.random([3, 3, 16, 32])
        model.graph!.parameters[0].value = kernel
        let input = Tensor.random([4, 8, 8, 16])
        model.compile(optimizer: SGD(learningRate: 1e-30), loss: .meanSquaredError)
        model.fit(input, Tensor.random([4, 6 * 6 * 32]), verbose: 0)
        #expect(model.graph!.parameters[0].value.values == kernel.values)
    }
}
