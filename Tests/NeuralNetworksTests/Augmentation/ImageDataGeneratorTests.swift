import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct ImageDataGeneratorTests {
    @Test func `the chapter's call gives a hundred boots, no two of them alike`() {
        var random = RandomGenerator(seed: 5)
        let trainX = random.uniform([2, 28, 28, 1])
        let generator = ImageDataGenerator(
            rotationRange: 10, zoomRange: 0.10, shearRange: 0.5, widthShiftRange: 0.10, heightShiftRange: 0.10,
            horizontalFlip: true, verticalFlip: false)
        let batch = generator.flow(trainX[0...0].tiled(100, 1, 1, 1), batchSize: 100, shuffle: false).next()
        #expect(batch.images.shape == [100, 28, 28, 1])
        #expect(!batch.hasLabels)
        #expect(Set((0..<100).map { batch.images[$0].scalars }).count == 100)
    }

    @Test func `a range out of bounds is named with what it may be`() async {
        let rotation = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = ImageDataGenerator(rotationRange: -10)
        }
        #expect(
            sentence(of: rotation)
                == "ImageDataGenerator: rotationRange must be in 0...180 degrees, but is -10\n")
        let zoom = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = ImageDataGenerator(zoomRange: 1)
        }
        #expect(
            sentence(of: zoom) == "ImageDataGenerator: zoomRange must be in 0..<1, a part of the size, but is 1\n")
        let shift = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = ImageDataGenerator(widthShiftRange: 5)
        }
        #expect(
            sentence(of: shift)
                == "ImageDataGenerator: widthShiftRange must be in 0...1, a part of the width, but is 5\n")
        let shear = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = ImageDataGenerator(shearRange: .nan)
        }
        #expect(
            sentence(of: shear) == "ImageDataGenerator: shearRange must be in 0..<90 degrees, but is nan\n")
    }

    @Test func `images without a channel axis, labels of another count, empty batches are misuse`() async {
        let rank = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = ImageDataGenerator().flow(Tensor(zeros: [5, 28, 28]))
        }
        #expect(
            sentence(of: rank)
                == """
                ImageDataGenerator.flow: x must have four axes (image, row, column, channel) and must not be empty, \
                but its shape is (5, 28, 28)\n
                """)
        let labels = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = ImageDataGenerator().flow(Tensor(zeros: [5, 28, 28, 1]), Tensor(zeros: [4]))
        }
        #expect(
            sentence(of: labels)
                == """
                ImageDataGenerator.flow: x has 5 images, so y must have as many entries along its first axis, \
                but its shape is (4,)\n
                """)
        let size = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = ImageDataGenerator().flow(Tensor(zeros: [5, 28, 28, 1]), batchSize: 0)
        }
        #expect(sentence(of: size) == "ImageDataGenerator.flow: batchSize must be at least 1, but is 0\n")
    }

    @Test func `asking for labels that were not given is misuse`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = ImageDataGenerator().flow(Tensor(zeros: [1, 2, 2, 1])).next().labels
        }
        #expect(
            sentence(of: result) == "ImageBatch: there are no labels, since flow(x, y, …) was called without y\n")
    }

    private func sentence(of result: ExitTest.Result?) -> String? {
        result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) }
    }
}
