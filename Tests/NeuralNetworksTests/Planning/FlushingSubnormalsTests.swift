import Tensors
import Testing

@testable import NeuralNetworks

@Suite("Numbers nearer to 0 than any normal one")
struct FlushingSubnormalsTests {
    private let tiny = Float.leastNormalMagnitude / 4

    @Test("count as 0 in a model, on every thread")
    func models() {
        let layer = Dense(units: 4096, useBias: false, kernelInitializer: .ones, inputShape: [1])
        let predictions = Sequential(seed: 1, [layer]).predict(
            Tensor(shape: [64, 1], .init(repeating: tiny, count: 64)))
        #expect(predictions.values.allSatisfy { $0 == 0 })
    }

    @Test("are kept by the reader's own arithmetic, after a model as before it")
    func arithmetic() {
        let numbers = Tensor(shape: [1 << 20], .init(repeating: tiny, count: 1 << 20))
        for _ in 0..<2 {
            #expect((numbers * 0.5).values.allSatisfy { $0 == tiny / 2 })
            #expect(numbers.values.allSatisfy { $0 * 0.5 > 0 })
            models()
        }
    }

    /// Adam's average of gradients comes to a tenth of 2⁻¹²⁶ after some 900 steps without one.
    @Test(
        "are never what an optimizer remembers",
        arguments: [Adam(), Nadam(), RMSprop(momentum: 0.9)] as [any Optimizer])
    func averages(optimizer: any Optimizer) {
        let model = Sequential(seed: 2, [Dense(units: 64, inputShape: [64])])
        let (x, y) = (Tensor.random([4, 64]), Tensor.random([4, 64]))
        model.compile(optimizer: optimizer, loss: .meanSquaredError)
        model.fit(x, y, verbose: 0)
        model.fit(x, y, epochs: 1000, batchSize: 4, sampleWeight: Tensor([0, 0, 0, 0]), verbose: 0)
        let remembered = model.graph!.parameters.flatMap(\.slotValues).flatMap(\.values)
        #expect(!remembered.isEmpty)
        #expect(remembered.allSatisfy { $0 == 0 || $0.isNormal })
    }
}
