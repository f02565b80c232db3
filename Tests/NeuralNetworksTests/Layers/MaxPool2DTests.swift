import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct MaxPool2DTests {
    @Test(arguments: [
        ((2, 2), (2, 2), Padding.valid), ((2, 2), (2, 2), .same), ((3, 2), (1, 2), .valid), ((3, 3), (2, 2), .same),
    ]) func `keeps the largest value of each window`(pool: (Int, Int), strides: (Int, Int), padding: Padding) {
        let layer = MaxPool2D(poolSize: pool, strides: strides, padding: padding, inputShape: [7, 6, 19])
        let input = Tensor.random([3, 7, 6, 19])
        let result = Sequential(seed: 1, [layer]).predict(input)
        let margin = layer.window.margins([7, 6]).before
        let (values, results) = (input.values, result.values)
        for index in 0..<result.shape.count {
            let (channel, place) = (index % 19, index / 19)
            let (x, y) = (place % result.shape[2], place / result.shape[2] % result.shape[1])
            let image = place / result.shape[2] / result.shape[1]
            var largest = -Float.infinity
            for row in (y * strides.0 - margin[0])..<(y * strides.0 - margin[0] + pool.0) where (0..<7).contains(row) {
                for column in (x * strides.1 - margin[1])..<(x * strides.1 - margin[1] + pool.1)
                where (0..<6).contains(column) {
                    largest = max(largest, values[((image * 7 + row) * 6 + column) * 19 + channel])
                }
            }
            #expect(results[index] == largest)
        }
    }

    @Test func `strides are as long as the window if left out`() {
        #expect(MaxPool2D(poolSize: (3, 2)).window.strides == MaxPool2D(poolSize: 1, strides: (3, 2)).window.strides)
    }
}
