import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct SpatialDropout2DTests {
    private static let images = 40
    private static let pixels = 6

    /// For each image and channel what an input of 1 is multiplied by; nil where pixels of one channel are told apart.
    private func factors(
        _ outputs: [Float], channels: Int
    ) -> [Float?] {
        (0..<Self.images * channels).map { plane in
            let (image, channel) = (plane / channels, plane % channels)
            let values = (0..<Self.pixels).map { outputs[(image * Self.pixels + $0) * channels + channel] }
            return Set(values).count == 1 ? values[0] : nil
        }
    }

    /// Behind a convolution, which prefers blocks of channels, and alone.
    @Test(arguments: [1, 3, 7, 16, 20, 32], [true, false])
    func `keeps or drops whole channels, scaled up`(channels: Int, isBehindConvolution: Bool) {
        let convolution = Conv2D(
            filters: channels, kernelSize: 1, kernelInitializer: .zeros, biasInitializer: .ones,
            inputShape: [2, 3, channels])
        let layers: [any Layer] = isBehindConvolution ? [convolution] : []
        let model = Sequential(seed: 3, layers + [SpatialDropout2D(rate: 0.25)])
        let ones = Tensor(
            shape: [Self.images, 2, 3, channels],
            [Float](repeating: 1, count: Self.images * Self.pixels * channels))
        let steps = trainingOutputs(of: model, ones, steps: 2).map { factors($0, channels: channels) }
        for planes in steps {
            #expect(planes.allSatisfy { $0 == 0 || $0 == Float(1 / 0.75) })
            let dropped = Double(planes.count { $0 == 0 }) / Double(planes.count)
            #expect(abs(dropped - 0.25) < 0.2)
        }
        #expect(steps[0] != steps[1])
        #expect(model.predict(ones).values == ones.values)
    }

    @Test func `the draws do not depend on the layout`() {
        let x = Tensor(shape: [2, 3, 3, 16], [Float](repeating: 1, count: 2 * 9 * 16))
        let identity = (0..<256).map { Float($0 / 16 == $0 % 16 ? 1 : 0) }
        let convolution = Conv2D(filters: 16, kernelSize: 1, inputShape: [3, 3, 16])
        let blocked = Sequential(seed: 3, [convolution, SpatialDropout2D(rate: 0.5)])
        blocked.graph!.parameters[0].value = Tensor(shape: [1, 1, 16, 16], identity)
        let plain = Sequential(seed: 3, [Rescaling(scale: 1, inputShape: [3, 3, 16]), SpatialDropout2D(rate: 0.5)])
        #expect(trainingOutputs(of: blocked, x) == trainingOutputs(of: plain, x))
    }
}
