import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct Conv2DTransposeTests {
    static let layers: [(channels: Int, layer: Conv2DTranspose)] = [
        (1, Conv2DTranspose(filters: 3, kernelSize: 3)),
        (3, Conv2DTranspose(filters: 7, kernelSize: 3, padding: .same)),
        (7, Conv2DTranspose(filters: 1, kernelSize: (2, 4), strides: 2, padding: .same)),
        (3, Conv2DTranspose(filters: 5, kernelSize: (4, 3), strides: (1, 2))),
        (3, Conv2DTranspose(filters: 2, kernelSize: 2, strides: 3)),
        (3, Conv2DTranspose(filters: 2, kernelSize: 1, strides: (2, 3), padding: .same)),
        (3, Conv2DTranspose(filters: 2, kernelSize: 1, strides: 2)),
        (2, Conv2DTranspose(filters: 3, kernelSize: 3, strides: (2, 3), outputPadding: (0, 2))),
        (2, Conv2DTranspose(filters: 3, kernelSize: 3, strides: 2, padding: .same, outputPadding: 0)),
        (2, Conv2DTranspose(filters: 3, kernelSize: 2, strides: 2, padding: .same, outputPadding: 1)),
        (5, Conv2DTranspose(filters: 3, kernelSize: 3, padding: .same, dilationRate: (2, 1))),
        (16, Conv2DTranspose(filters: 32, kernelSize: 3, padding: .same)),
        (32, Conv2DTranspose(filters: 16, kernelSize: 3, strides: 2, padding: .same)),
        (20, Conv2DTranspose(filters: 40, kernelSize: 1, strides: 2, padding: .same)),
        (64, Conv2DTranspose(filters: 64, kernelSize: 1, strides: (3, 2), padding: .same)),
    ]

    @Test(arguments: layers.indices) func `each pixel puts its copy of each filter into the result`(number: Int) {
        let (channels, layer) = Self.layers[number]
        let model = Sequential(seed: 1, [layer])
        let x = Tensor.random([5, 4, 6, channels])
        _ = model.predict(x)
        let bias = Tensor.random([layer.filters], seed: 2)
        model.graph!.parameters[1].value = bias
        let kernel = model.graph!.parameters[0].value
        let sizes = layer.geometry.outputSizes([4, 6])
        let result = model.predict(x)
        #expect(result.shape == Shape([5] + sizes + [layer.filters]))
        let sums = copies(of: layer, sizes, x, kernel)
        let expected = sums.enumerated().map { $1 + bias.values[$0 % layer.filters] }
        #expect(relativeError(result.values, expected) < 1e-5)
    }

    /// The definition: what a pixel of the result has of all pixels, without the bias.
    private func copies(of layer: Conv2DTranspose, _ sizes: [Int], _ x: Tensor, _ kernel: Tensor) -> [Float] {
        let (window, filters, channels) = (layer.geometry.window, layer.filters, x.shape[3])
        let margin = window.margins(sizes).before
        let (pixels, weights) = (x.values, kernel.values)
        var sums = [Float](repeating: 0, count: x.shape[0] * sizes[0] * sizes[1] * filters)
        for pixel in 0..<x.shape[0] * 24 {
            let (image, row, column) = (pixel / 24, pixel / 6 % 4, pixel % 6)
            for place in 0..<window.size.area {
                let (a, b) = (place / window.size.width, place % window.size.width)
                let y = row * window.strides.height + a * window.dilation.height - margin[0]
                let x = column * window.strides.width + b * window.dilation.width - margin[1]
                guard (0..<sizes[0]).contains(y), (0..<sizes[1]).contains(x) else { continue }
                for filter in 0..<filters {
                    for channel in 0..<channels {
                        sums[((image * sizes[0] + y) * sizes[1] + x) * filters + filter] +=
                            weights[(place * filters + filter) * channels + channel]
                            * pixels[pixel * channels + channel]
                    }
                }
            }
        }
        return sums
    }

    @Test func `its numbers have Keras's names and shapes`() {
        let layer = Convolution2DTranspose(filters: 4, kernelSize: (3, 2), inputShape: [8, 8, 5])
        let parameters = Sequential(seed: 1, [layer]).graph!.parameters
        #expect(parameters.map(\.name) == ["kernel", "bias"])
        #expect(parameters.map(\.shape) == [[3, 2, 4, 5], [4]])
    }

    @Test func `a model with it comes back from a file`() throws {
        let layer = Conv2DTranspose(
            filters: 4, kernelSize: (3, 2), strides: (2, 3), padding: .same, outputPadding: (1, 2),
            activation: .leakyReLU, kernelInitializer: .heNormal, biasInitializer: .ones, kernelRegularizer: .l2(0.1),
            biasRegularizer: .l1(0.2), inputShape: [4, 3, 2])
        let dilated = Conv2DTranspose(filters: 3, kernelSize: 2, dilationRate: (2, 1), useBias: false)
        try expectToComeBack([layer, dilated])
    }

    @Test func `it checks what it is given`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Conv2DTranspose(filters: 0, kernelSize: 3)
            },
            says: "Conv2DTranspose: filters must be at least 1, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Conv2DTranspose(filters: 4, kernelSize: 3, strides: 2, dilationRate: (1, 2))
            },
            says: "Conv2DTranspose: strides must be 1 where dilationRate is (1, 2), but is (2, 2)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Conv2DTranspose(filters: 4, kernelSize: 3, strides: 2, outputPadding: (1, 2))
            },
            says: "Conv2DTranspose: outputPadding must be below strides (2, 2), but is (1, 2)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Conv2DTranspose(filters: 4, kernelSize: 3, strides: 2, outputPadding: -1)
            },
            says: "Conv2DTranspose: outputPadding must be at least 0, but is -1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Conv2DTranspose(filters: 4, kernelSize: 2, strides: 2, padding: .same, outputPadding: 0)
            },
            says: """
                Conv2DTranspose: outputPadding must be at least 1 where padding is .same and kernelSize even, but is (0, 0)
                """)
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([Conv2DTranspose(filters: 4, kernelSize: 3, inputShape: [28])])
            },
            says: "conv2d_transpose: expected a shape (height, width, channels), but received (28,)")
    }
}
