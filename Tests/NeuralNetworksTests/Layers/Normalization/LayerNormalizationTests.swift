import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct LayerNormalizationTests {
    private func expectNormalized(_ values: some Collection<Float>, sourceLocation: SourceLocation = #_sourceLocation) {
        let mean = values.reduce(0) { $0 + Double($1) } / Double(values.count)
        let variance = values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(values.count)
        #expect(abs(mean) < 1e-5, sourceLocation: sourceLocation)
        #expect(abs(variance - 1) < 1e-3, sourceLocation: sourceLocation)
    }

    @Test(arguments: [3, 7, 16, 33]) func `normalizes the channels of each pixel`(channels: Int) {
        let x = Tensor.random([3, 2, 4, channels], in: 2..<7)
        let model = Sequential(seed: 1, [LayerNormalization(epsilon: 1e-6)])
        let result = model.predict(x).values
        for pixel in 0..<24 { expectNormalized(result[pixel * channels..<(pixel + 1) * channels]) }
        #expect(relativeError(trainingOutputs(of: model, x)[0], result) < 1e-5)
    }

    @Test func `normalizes along any axes, in any order`() {
        let x = Tensor.random([3, 5, 4, 2], in: 2..<7)
        let all = Sequential(seed: 1, [LayerNormalization(axis: [3, 1, 2], epsilon: 1e-6)])
        let whole = all.predict(x).values
        for image in 0..<3 { expectNormalized(whole[image * 40..<(image + 1) * 40]) }
        #expect(all.graph!.parameters.map(\.shape) == [[5, 4, 2], [5, 4, 2]])

        let columns = Sequential(seed: 1, [LayerNormalization(axis: -2, epsilon: 1e-6)])
        let alongWidth = columns.predict(x)
        for (row, channel) in [(0, 0), (4, 1)] {
            expectNormalized((0..<4).map { alongWidth.values[((1 * 5 + row) * 4 + $0) * 2 + channel] })
        }
        #expect(columns.graph!.parameters.map(\.shape) == [[4], [4]])
    }

    @Test func `scales and moves by numbers of its own`() {
        let layer = LayerNormalization(
            epsilon: 0.75, betaInitializer: .constant(3), gammaInitializer: .constant(2), inputShape: [2])
        // Of 0 and 1 the mean is ½ and the variance ¼.
        #expect(Sequential(seed: 1, [layer]).predict(Tensor(shape: [1, 2], [0, 1])).values == [2, 4])
        let plain = LayerNormalization(epsilon: 0.75, center: false, scale: false)
        #expect(Sequential(seed: 1, [plain]).predict(Tensor(shape: [1, 2], [0, 1])).values == [-0.5, 0.5])
    }

    @Test func `reads a flattened image of a convolution in the reader's order`() {
        let layers: [any Layer] = [Conv2D(filters: 16, kernelSize: 1, inputShape: [2, 3, 4]), Flatten()]
        let x = Tensor.random([2, 2, 3, 4])
        let flat = Sequential(seed: 1, layers).predict(x)
        let expected = Sequential(seed: 1, [LayerNormalization()]).predict(flat).values
        #expect(relativeError(Sequential(seed: 1, layers + [LayerNormalization()]).predict(x).values, expected) < 1e-5)
    }
}
