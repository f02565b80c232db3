import Datasets
import Tensors

/// Fashion-MNIST as the networks want it: numbers from 0 to 1, with a channel.
struct NetworkData {
    let trainX: Tensor
    let trainY: Tensor
    let testX: Tensor
    let testY: Tensor

    /// - Parameter images: how many of the training images are used: the first ones.
    init(images count: Int) throws {
        let (train, test) = try FashionMNIST.load()
        trainX = Self.scaled(train.images[0..<count])
        trainY = train.labels[0..<count]
        testX = Self.scaled(test.images)
        testY = test.labels
    }

    func firstX(_ count: Int) -> Tensor { trainX[0..<count] }
    func firstY(_ count: Int) -> Tensor { trainY[0..<count] }

    private static func scaled(_ images: Tensor) -> Tensor {
        images.reshaped(images.shape[0], 28, 28, 1) / 255
    }
}
