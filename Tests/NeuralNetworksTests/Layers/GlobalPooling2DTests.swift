import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct GlobalPooling2DTests {
    @Test(arguments: [1, 3, 7, 16]) func `gives one number a channel`(channels: Int) {
        let input = Tensor.random([2, 5, 4, channels])
        let average = Sequential(seed: 1, [GlobalAveragePooling2D()]).predict(input)
        let largest = Sequential(seed: 1, [GlobalMaxPooling2D()]).predict(input)
        #expect(average.shape == [2, channels])
        #expect(largest.shape == [2, channels])
        let pixels = (0..<2 * channels).map { place in
            (0..<20).map { input.values[(place / channels * 20 + $0) * channels + place % channels] }
        }
        #expect(relativeError(average.values, pixels.map { $0.reduce(0, +) / 20 }) < 1e-5)
        #expect(largest.values == pixels.map { $0.max()! })
    }

    @Test func `height and width may stay`() {
        let input = Tensor.random([2, 5, 4, 3])
        #expect(Sequential(seed: 1, [GlobalAveragePooling2D(keepdims: true)]).predict(input).shape == [2, 1, 1, 3])
        #expect(Sequential(seed: 1, [GlobalMaxPooling2D(keepdims: true)]).predict(input).shape == [2, 1, 1, 3])
    }
}
