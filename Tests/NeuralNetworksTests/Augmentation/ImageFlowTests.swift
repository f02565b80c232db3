import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct ImageFlowTests {
    /// Ten images of one pixel each, which is the image's own number; the labels are a hundred times that.
    private let images = Tensor(shape: [10, 1, 1, 1], (0..<10).map(Float.init))
    private let labels = Tensor(shape: [10], (0..<10).map { Float(100 * $0) })
    private let unchanged = ImageDataGenerator()

    @Test func `an epoch shows every image once, in batches of which the last is what is left`() {
        let flow = unchanged.flow(images, labels, batchSize: 4, seed: 1)
        #expect(flow.batchesPerEpoch == 3)
        let batches = (0..<3).map { _ in flow.next() }
        #expect(batches.map(\.images.shape) == [[4, 1, 1, 1], [4, 1, 1, 1], [2, 1, 1, 1]])
        #expect(batches.flatMap(\.images.scalars).sorted() == (0..<10).map(Float.init))
        for batch in batches { #expect(batch.labels.scalars == batch.images.scalars.map { 100 * $0 }) }
    }

    @Test func `each epoch has an order of its own`() {
        let flow = unchanged.flow(images, batchSize: 10, seed: 1)
        let orders = (0..<5).map { _ in flow.next().images.scalars }
        #expect(Set(orders).count == 5)
    }

    @Test func `without shuffling the order is the images' own, epoch after epoch`() {
        let flow = unchanged.flow(images, batchSize: 4, shuffle: false, seed: 1)
        let numbers = (0..<6).flatMap { _ in flow.next().images.scalars }
        #expect(numbers == (0..<20).map { Float($0 % 10) })
    }

    @Test func `the same seed gives the same batches, another one others`() {
        let generator = ImageDataGenerator(rotationRange: 90, widthShiftRange: 0.5)
        var random = RandomGenerator(seed: 5)
        let images = random.uniform([20, 6, 6, 1])
        let take = { (seed: Int) in
            let flow = generator.flow(images, batchSize: 8, seed: seed)
            return (0..<7).map { _ in flow.next().images.scalars }
        }
        #expect(take(3) == take(3))
        #expect(take(3) != take(4))
    }

    @Test func `a batch is the same whether it is asked for in its turn or by its place`() {
        let generator = ImageDataGenerator(rotationRange: 90)
        var random = RandomGenerator(seed: 5)
        let images = random.uniform([20, 6, 6, 1])
        let inTurn = generator.flow(images, batchSize: 8, seed: 2)
        let byPlace = generator.flow(images, batchSize: 8, seed: 2)
        let batches = (0..<6).map { _ in inTurn.next().images.scalars }
        #expect(byPlace.batch(epoch: 1, step: 2).images.scalars == batches[5])
        #expect(byPlace.batch(epoch: 0, step: 1).images.scalars == batches[1])
    }

    @Test func `one image shown often is changed another way each time`() {
        let generator = ImageDataGenerator(rotationRange: 10)
        var random = RandomGenerator(seed: 5)
        let image = random.uniform([1, 6, 6, 1])
        let flow = generator.flow(image, batchSize: 1, seed: 1)
        #expect(Set((0..<50).map { _ in flow.next().images.scalars }).count == 50)
    }

    @Test func `a loop takes batches for as long as it wants`() {
        let flow = unchanged.flow(images, labels, batchSize: 4, shuffle: false, seed: 1)
        var counts: [Int] = []
        for batch in flow.prefix(4) { counts.append(batch.images.shape[0]) }
        #expect(counts == [4, 4, 2, 4])
    }
}
