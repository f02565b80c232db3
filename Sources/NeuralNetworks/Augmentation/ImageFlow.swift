import Synchronization
import Tensors

/// An endless sequence of batches of changed images, as `ImageDataGenerator.flow` gives it.
///
///     let batch = generator.flow(images, labels, batchSize: 100).next()
///     print(batch.images.shape, batch.labels.shape)   // (100, 28, 28, 1) (100,)
///
/// A batch is a function of the flow's seed and the batch's number alone, whoever asks for it and when.
public final class ImageFlow: Sequence, Sendable {
    public let generator: ImageDataGenerator
    /// The images that are changed, of shape (count, height, width, channels).
    public let images: Tensor
    /// What belongs to each image; nil if nothing was given.
    public let labels: Tensor?
    public let batchSize: Int
    /// Whether each epoch has an order of its own.
    public let isShuffled: Bool
    /// The random numbers of this flow; the orders and the changes are streams of it.
    package let random: RandomGenerator

    private let progress = Mutex(Progress())

    private struct Progress {
        var nextBatch = 0
        /// The order of the epoch that was asked for last.
        var order: (epoch: Int, positions: [Int])?
    }

    init(
        generator: ImageDataGenerator, images: Tensor, labels: Tensor?, batchSize: Int, isShuffled: Bool,
        random: RandomGenerator
    ) {
        self.generator = generator
        self.images = images
        self.labels = labels
        self.batchSize = batchSize
        self.isShuffled = isShuffled
        self.random = random
    }

    /// How many batches it takes to show every image once.
    public var batchesPerEpoch: Int { (images.shape[0] + batchSize - 1) / batchSize }

    /// The next batch; there is always one.
    public func next() -> ImageBatch {
        let number = progress.withLock { progress in
            defer { progress.nextBatch += 1 }
            return progress.nextBatch
        }
        return batch(epoch: number / batchesPerEpoch, step: number % batchesPerEpoch)
    }

    /// The number of the batch that `next` would give, counted from zero.
    package var nextBatchNumber: Int { progress.withLock { $0.nextBatch } }

    /// Leaves out the next batches.
    package func passOver(_ count: Int = 1) {
        progress.withLock { $0.nextBatch += count }
    }

    /// Batches from where the flow stands; all its iterators take from the same flow.
    public func makeIterator() -> AnyIterator<ImageBatch> {
        AnyIterator { self.next() }
    }

    /// A batch by its place, epochs and steps counted from zero.
    package func batch(epoch: Int, step: Int) -> ImageBatch {
        let first = step * batchSize
        let positions = Array(order(ofEpoch: epoch).dropFirst(first).prefix(batchSize))
        let changes = ImageChanges(generator: generator, random: random)
        return ImageBatch(
            images: changes.applied(to: images, at: positions, firstDraw: epoch * images.shape[0] + first),
            labels: labels?.gathered(at: positions))
    }

    private func order(ofEpoch epoch: Int) -> [Int] {
        progress.withLock { progress in
            if let order = progress.order, order.epoch == epoch || !isShuffled { return order.positions }
            var shuffling = random.named("order", epoch)
            let count = images.shape[0]
            let positions = isShuffled ? shuffling.permutation(count) : Array(0..<count)
            progress.order = (epoch, positions)
            return positions
        }
    }
}

extension ImageFlow: CustomStringConvertible {
    /// `ImageFlow of images (60000, 28, 28, 1) and labels (60000,), 32 in a batch`
    public var description: String {
        "ImageFlow of images \(images.shape)\(labels.map { " and labels \($0.shape)" } ?? ""), \(batchSize) in a batch"
    }
}
