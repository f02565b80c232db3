import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct FlowFitTests {
    private static let x = Tensor.random([50, 8, 8, 1])
    private static let y = Tensor.randomLabels(50, classes: 3)

    private func makeFlow(_ generator: ImageDataGenerator = ImageDataGenerator(rotationRange: 20)) -> ImageFlow {
        generator.flow(Self.x, Self.y, batchSize: 16, seed: 7)
    }

    private func makeModel() -> Sequential {
        let model = Sequential(
            seed: 1,
            [
                Conv2D(filters: 8, kernelSize: 3, inputShape: [8, 8, 1]), Flatten(),
                Dense(units: 3, activation: .softmax),
            ])
        model.compile(optimizer: .adam, loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
        return model
    }

    @Test func `trains on the flow's batches one after another`() {
        let (fitted, stepped) = (makeModel(), makeModel())
        let history = fitted.fit(makeFlow(), epochs: 2, validationData: (Self.x, Self.y), verbose: 0)
        for batch in makeFlow().prefix(8) { stepped.trainOnBatch(batch.images, batch.labels) }
        #expect(history.names == ["loss", "accuracy", "val_loss", "val_accuracy"])
        // The last batch of a pass has two images; a plan of its own for it rounds in another order.
        for (weights, expected) in zip(fitted.weightValues, stepped.weightValues) {
            #expect(relativeError(weights, expected) < 1e-5)
        }
    }

    @Test func `gives the same bits again, and leaves the flow where it was used up to`() {
        let models = [makeModel(), makeModel()]
        let flows = models.map { model in
            let flow = makeFlow()
            model.fit(
                flow, epochs: 9, stepsPerEpoch: 3,
                callbacks: [LambdaCallback(onEpochEnd: { epoch, _ in model.stopTraining = epoch == 1 })], verbose: 0)
            return flow
        }
        #expect(models[0].weightValues == models[1].weightValues)
        #expect(flows.map(\.nextBatchNumber) == [6, 6])
    }

    @Test func `goes on where the flow stands`() {
        let (once, twice) = (makeModel(), makeModel())
        once.fit(makeFlow(), epochs: 2, verbose: 0)
        let flow = makeFlow()
        for _ in 0..<2 { twice.fit(flow, verbose: 0) }
        #expect(once.weightValues == twice.weightValues)
    }

    @Test func `trains on the same batches while a callback takes some of the flow for itself`() {
        let (disturbed, alone) = (makeModel(), makeModel())
        let flow = makeFlow()
        let taking = LambdaCallback(onBatchEnd: { batch, _ in if batch == 0 { _ = flow.next() } })
        disturbed.fit(flow, epochs: 2, callbacks: [taking], verbose: 0)
        alone.fit(makeFlow(), epochs: 2, verbose: 0)
        #expect(disturbed.weightValues == alone.weightValues)
        #expect(flow.nextBatchNumber == 10)
    }

    @Test func `weighs classes`() {
        let flow = makeFlow(ImageDataGenerator())
        let model = makeModel()
        model.compile(optimizer: SGD(learningRate: 1e-30), loss: .sparseCategoricalCrossentropy)
        let weighted = model.fit(flow, classWeight: [0: 2, 1: 2, 2: 2], verbose: 0)["loss"][0]
        #expect(abs(weighted - 2 * model.evaluate(Self.x, Self.y)["loss"]) < 1e-5)
    }

    @Test func `measures images of a flow`() {
        let model = makeModel()
        let result = model.evaluate(makeFlow(ImageDataGenerator()))
        #expect(abs(result["loss"] - model.evaluate(Self.x, Self.y)["loss"]) < 1e-6)
        #expect(result["accuracy"] == model.evaluate(Self.x, Self.y)["accuracy"])
    }

    @Test func `the thread that prepares batches ends, with batches left to prepare`() {
        weak var preparation: FlowPreparation?
        do {
            let running = FlowPreparation(makeFlow(), batches: 0..<1_000_000)
            preparation = running
            #expect(running.next().images.shape == [16, 8, 8, 1])
            running.finish()
            running.finish()
        }
        // The thread holds on to it for as long as it runs.
        #expect(preparation == nil)
    }
}
