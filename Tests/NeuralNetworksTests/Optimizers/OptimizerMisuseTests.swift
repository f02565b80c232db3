import Tensors
import Testing

@testable import NeuralNetworks

/// What an author reads whose optimizer or schedule has numbers that it cannot have.
@Suite struct OptimizerMisuseTests {
    @Test func `optimizers check their numbers`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = SGD(momentum: 1)
            },
            says: "SGD: momentum must be in 0..<1, but is 1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = RMSprop(rho: -0.1)
            },
            says: "RMSprop: rho must be in 0..<1, but is -0.1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = RMSprop(momentum: 1.5)
            },
            says: "RMSprop: momentum must be in 0..<1, but is 1.5")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = RMSprop(epsilon: -1)
            },
            says: "RMSprop: epsilon must be at least 0, but is -1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Adam(learningRate: 0)
            },
            says: "Adam: learningRate must be above 0, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Adam(beta1: 1)
            },
            says: "Adam: beta1 must be in 0..<1, but is 1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = AdamW(beta2: 2)
            },
            says: "AdamW: beta2 must be in 0..<1, but is 2")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Adam(epsilon: -1e-7)
            },
            says: "Adam: epsilon must be at least 0, but is -1e-07")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Nadam(beta1: 1)
            },
            says: "Nadam: beta1 must be in 0..<1, but is 1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Nadam(epsilon: .infinity)
            },
            says: "Nadam: epsilon must be at least 0, but is inf")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Adagrad(initialAccumulatorValue: -0.5)
            },
            says: "Adagrad: initialAccumulatorValue must be at least 0, but is -0.5")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Adagrad(epsilon: -1)
            },
            says: "Adagrad: epsilon must be at least 0, but is -1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Adagrad(globalClipNorm: -1)
            },
            says: "Adagrad: globalClipNorm must be above 0, but is -1")
    }

    @Test func `a rate that is set later is checked too`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let model = Sequential([Dense(units: 2, inputShape: [3])])
                model.compile(optimizer: .adam, loss: .meanSquaredError)
                model.optimizer.learningRate = -0.5
            },
            says: "adam: learningRate must be at least 0, but is -0.5")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([Dense(units: 2, inputShape: [3])]).optimizer
            },
            says: "sequential: call compile(optimizer:loss:metrics:) before using its optimizer")
    }

    @Test func `schedules check their numbers`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ExponentialDecay(initialLearningRate: 0, decaySteps: 5, decayRate: 0.5)
            },
            says: "ExponentialDecay: initialLearningRate must be above 0, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ExponentialDecay(initialLearningRate: 0.1, decaySteps: 5, decayRate: -0.5)
            },
            says: "ExponentialDecay: decayRate must be above 0, but is -0.5")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = CosineDecay(initialLearningRate: -0.1, decaySteps: 5)
            },
            says: "CosineDecay: initialLearningRate must be at least 0, but is -0.1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = CosineDecay(initialLearningRate: 0.1, decaySteps: 0)
            },
            says: "CosineDecay: decaySteps must be at least 1, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = CosineDecay(initialLearningRate: 0.1, decaySteps: 5, alpha: -1)
            },
            says: "CosineDecay: alpha must be at least 0, but is -1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = CosineDecay(initialLearningRate: 0.1, decaySteps: 5, warmupTarget: 0)
            },
            says: "CosineDecay: warmupTarget must be above 0, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = CosineDecay(initialLearningRate: 0.1, decaySteps: 5, warmupSteps: -1)
            },
            says: "CosineDecay: warmupSteps must be at least 0, but is -1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = PiecewiseConstantDecay(boundaries: [5, 5], values: [0.1, 0.2, 0.3])
            },
            says: "PiecewiseConstantDecay: boundaries must increase, but are [5, 5]")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = PiecewiseConstantDecay(boundaries: [5], values: [0.1, 0])
            },
            says: "PiecewiseConstantDecay: each of values must be above 0, but is 0")
    }
}
