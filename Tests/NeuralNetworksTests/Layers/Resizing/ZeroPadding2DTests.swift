import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct ZeroPadding2DTests {
    private let image = Tensor(shape: [1, 2, 2, 1], [1, 2, 3, 4])

    @Test func `a number puts as many zeros on all sides`() {
        let result = Sequential(seed: 1, [ZeroPadding2D()]).predict(image)
        #expect(result.shape == [1, 4, 4, 1])
        #expect(result.values == [0, 0, 0, 0, 0, 1, 2, 0, 0, 3, 4, 0, 0, 0, 0, 0])
    }

    @Test func `a pair says how many rows and columns, a pair of pairs all four sides`() {
        let pair = Sequential(seed: 1, [ZeroPadding2D(padding: (0, 1))]).predict(image)
        #expect(pair.shape == [1, 2, 4, 1])
        #expect(pair.values == [0, 1, 2, 0, 0, 3, 4, 0])
        let sides = Sequential(seed: 1, [ZeroPadding2D(padding: ((1, 0), (0, 2)))]).predict(image)
        #expect(sides.shape == [1, 3, 4, 1])
        #expect(sides.values == [0, 0, 0, 0, 1, 2, 0, 0, 3, 4, 0, 0])
    }

    @Test(arguments: [3, 16, 20, 32]) func `pixels stay where they are, whatever layout a convolution prefers`(
        channels: Int
    ) {
        let layers: [any Layer] = [Conv2D(filters: channels, kernelSize: 1, inputShape: [3, 4, 5])]
        let x = Tensor.random([7, 3, 4, 5])
        let plain = Sequential(seed: 1, layers).predict(x)
        let padded = Sequential(seed: 1, layers + [ZeroPadding2D(padding: ((1, 2), (3, 0)))]).predict(x)
        #expect(padded.shape == [7, 6, 7, channels])
        #expect(padded[0..<7, 1..<4, 3..<7].values == plain.values)
        #expect(padded.values.count { $0 != 0 } == plain.values.count { $0 != 0 })
    }

    @Test func `a model with it comes back from a file`() throws {
        try expectToComeBack([
            ZeroPadding2D(padding: ((1, 2), (3, 0)), inputShape: [4, 3, 2]), Conv2D(filters: 3, kernelSize: 2),
        ])
    }

    @Test func `it checks what it is given`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ZeroPadding2D(padding: ((0, 1), (-1, 1)))
            },
            says: "ZeroPadding2D: padding must be at least 0, but is ((0, 1), (-1, 1))")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ZeroPadding2D(padding: (1, 2, 3))
            },
            says: """
                ZeroPadding2D: padding must be a whole number, a pair of them, or ((top, bottom), (left, right)), but is \
                (1, 2, 3)
                """)
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([ZeroPadding2D(inputShape: [28, 28])])
            },
            says: "zero_padding2d: expected a shape (height, width, channels), but received (28, 28)")
    }
}
