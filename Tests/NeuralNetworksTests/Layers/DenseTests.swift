import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct DenseTests {
    @Test func `is a weighted sum of the inputs`() {
        let model = Sequential(seed: 1, [Dense(units: 3, inputShape: [2])])
        model.graph!.parameters[0].value = Tensor(shape: [2, 3], [1, 2, 3, 10, 20, 30])
        model.graph!.parameters[1].value = Tensor(shape: [3], [0.5, 0.25, 0.125])
        let result = model.predict(Tensor(shape: [2, 2], [1, 1, 2, 0]))
        #expect(result.shape == [2, 3])
        #expect(result.values == [11.5, 22.25, 33.125, 2.5, 4.25, 6.125])
    }

    @Test func `flattens images row by row with the channels last`() {
        let image = Tensor.random([1, 3, 4, 32])
        let model = Sequential(seed: 1, [Flatten(inputShape: [3, 4, 32]), Dense(units: 1, useBias: false)])
        for position in [0, 1, 31, 32, 127, 128, 383] {
            var kernel = [Float](repeating: 0, count: 384)
            kernel[position] = 1
            model.graph!.parameters[0].value = Tensor(shape: [384, 1], kernel)
            #expect(model.predict(image).values == [image.values[position]])
        }
    }

    @Test func `flattens what a convolution gives in the same order`() {
        // The convolution adds 0 to its only filter's input, so that its blocked layout is all that it changes.
        let convolution = Conv2D(filters: 32, kernelSize: 1, kernelInitializer: .zeros, inputShape: [3, 4, 32])
        let model = Sequential(seed: 1, [convolution, Flatten(), Dense(units: 1, useBias: false)])
        let identity = (0..<32 * 32).map { Float($0 / 32 == $0 % 32 ? 1 : 0) }
        model.graph!.parameters[0].value = Tensor(shape: [1, 1, 32, 32], identity)
        let image = Tensor.random([1, 3, 4, 32])
        for position in [0, 1, 31, 32, 127, 128, 383] {
            var kernel = [Float](repeating: 0, count: 384)
            kernel[position] = 1
            model.graph!.parameters[2].value = Tensor(shape: [384, 1], kernel)
            #expect(model.predict(image).values == [image.values[position]])
        }
    }

    @Test func `softmax gives probabilities`() {
        let model = Sequential(seed: 1, [Dense(units: 5, activation: .softmax)])
        let result = model.predict(.random([3, 4])).values
        for row in 0..<3 { #expect(abs(result[row * 5..<row * 5 + 5].reduce(0, +) - 1) < 1e-6) }
        #expect(result.allSatisfy { $0 > 0 })
    }
}
