import Datasets
import Tensors
import Testing

@testable import NeuralNetworks

/// The networks of chapter 6 on a part of the real data.
@Suite(.serialized) struct FashionMNISTTests {
    static let data = Result { try FashionMNIST.load() }

    /// The first images, scaled to 0...1, with their labels.
    private func slice(_ set: ImageSet, count: Int) -> (Tensor, Tensor) {
        let pixels = set.images.values.prefix(count * 784).map { $0 / 255 }
        return (
            Tensor(shape: [count, 28, 28, 1], pixels), Tensor(shape: [count], Array(set.labels.values.prefix(count)))
        )
    }

    @Test func `the small network learns`() throws {
        let (train, test) = try Self.data.get()
        let ((x, y), (testX, testY)) = (slice(train, count: 8000), slice(test, count: 2000))
        let model = Sequential.small()
        model.compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
        let history = model.fit(x, y, epochs: 4, validationSplit: 0.25, verbose: 0)
        #expect(history["accuracy"].last! > 0.82)
        #expect(model.evaluate(testX, testY)["accuracy"] > 0.8)
    }

    @Test func `the VGG-like network learns`() throws {
        let (train, test) = try Self.data.get()
        let ((x, y), (testX, testY)) = (slice(train, count: 3000), slice(test, count: 500))
        let model = Sequential.vgg()
        model.compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
        model.fit(x, y, epochs: 3, verbose: 0)
        #expect(model.evaluate(testX, testY)["accuracy"] > 0.7)
    }
}
