import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct UpSampling2DTests {
    private let image = Tensor(shape: [1, 2, 2, 1], [1, 2, 3, 4])

    @Test func `the nearest pixel becomes a rectangle`() {
        let result = Sequential(seed: 1, [UpSampling2D(size: (2, 3))]).predict(image)
        #expect(result.shape == [1, 4, 6, 1])
        #expect(result.values == [1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 3, 3, 3, 4, 4, 4])
    }

    @Test func `bilinear pixels lie between centres, and the border goes on`() {
        let result = Sequential(seed: 1, [UpSampling2D(interpolation: .bilinear)]).predict(image)
        #expect(
            result.values == [
                1, 1.25, 1.75, 2, 1.5, 1.75, 2.25, 2.5, 2.5, 2.75, 3.25, 3.5, 3, 3.25, 3.75, 4,
            ])
    }

    @Test func `a factor of 1 changes nothing`() {
        for interpolation in [Interpolation.nearest, .bilinear] {
            let layer = UpSampling2D(size: 1, interpolation: interpolation)
            #expect(Sequential(seed: 1, [layer]).predict(image).values == image.values)
        }
    }

    @Test(arguments: [3, 16, 20, 32]) func `each channel becomes larger, whatever layout a convolution prefers`(
        channels: Int
    ) {
        let layers: [any Layer] = [Conv2D(filters: channels, kernelSize: 1, inputShape: [3, 4, 5])]
        let x = Tensor.random([7, 3, 4, 5])
        let plain = Sequential(seed: 1, layers).predict(x)
        for interpolation in [Interpolation.nearest, .bilinear] {
            let larger = UpSampling2D(size: (2, 3), interpolation: interpolation)
            let expected = Sequential(seed: 1, [larger]).predict(plain)
            let result = Sequential(seed: 1, layers + [larger]).predict(x)
            #expect(result.shape == [7, 6, 12, channels])
            #expect(result.values == expected.values)
        }
    }

    @Test func `a model with it comes back from a file`() throws {
        try expectToComeBack([
            UpSampling2D(size: (2, 1), interpolation: .bilinear, inputShape: [4, 3, 2]),
            Conv2D(filters: 3, kernelSize: 2), UpSampling2D(),
        ])
    }

    @Test func `it checks what it is given`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = UpSampling2D(size: (2, 0))
            },
            says: "UpSampling2D: size must be at least 1, but is (2, 0)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([UpSampling2D(inputShape: [28, 28])])
            },
            says: "up_sampling2d: expected a shape (height, width, channels), but received (28, 28)")
    }
}
