import Glibc
import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct LearningRateScheduleTests {
    private func expect(
        _ schedule: some LearningRateSchedule, gives rates: [Int: Double],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for (step, rate) in rates {
            #expect(abs(schedule(step) - rate) < 1e-12, "step \(step)", sourceLocation: sourceLocation)
        }
    }

    @Test func `exponential decay falls evenly, or in stairs`() {
        expect(
            ExponentialDecay(initialLearningRate: 0.1, decaySteps: 10, decayRate: 0.5),
            gives: [0: 0.1, 5: 0.1 * 0.5.squareRoot(), 10: 0.05, 30: 0.0125])
        expect(
            ExponentialDecay(initialLearningRate: 0.1, decaySteps: 10, decayRate: 0.5, staircase: true),
            gives: [0: 0.1, 9: 0.1, 10: 0.05, 39: 0.0125])
    }

    @Test func `cosine decay goes down half a wave, and stays there`() {
        expect(
            CosineDecay(initialLearningRate: 0.2, decaySteps: 100),
            gives: [0: 0.2, 50: 0.1, 25: 0.1 * (1 + cos(.pi / 4)), 100: 0, 500: 0])
        expect(
            CosineDecay(initialLearningRate: 0.2, decaySteps: 100, alpha: 0.1),
            gives: [0: 0.2, 50: 0.2 * 0.55, 100: 0.02, 101: 0.02])
    }

    @Test func `cosine decay warms up first`() {
        expect(
            CosineDecay(initialLearningRate: 0.1, decaySteps: 100, warmupTarget: 0.5, warmupSteps: 20),
            gives: [0: 0.1, 5: 0.2, 10: 0.3, 20: 0.5, 70: 0.25, 120: 0, 200: 0])
    }

    @Test func `piecewise decay changes after its boundaries`() {
        expect(
            PiecewiseConstantDecay(boundaries: [10, 20], values: [1, 0.5, 0.1]),
            gives: [0: 1, 10: 1, 11: 0.5, 20: 0.5, 21: 0.1, 1000: 0.1])
        expect(PiecewiseConstantDecay(boundaries: [], values: [0.3]), gives: [0: 0.3, 5: 0.3])
    }

    @Test func `an author's schedule is a type with one function`() {
        struct Halving: LearningRateSchedule {
            func callAsFunction(_ step: Int) -> Double { step < 2 ? 1 : 0.5 }
        }
        let model = Sequential(seed: 1, [Dense(units: 1, useBias: false, inputShape: [1])])
        let start = model.weightValues[0][0]
        // The absolute error of a far target has a slope of −1, whatever the weight is.
        model.compile(optimizer: SGD(learningRate: Halving()), loss: .meanAbsoluteError)
        model.fit(
            Tensor(shape: [4, 1], [1, 1, 1, 1]), Tensor(shape: [4], [99, 99, 99, 99]), batchSize: 1, verbose: 0)
        #expect(abs(model.weightValues[0][0] - start - 3) < 1e-5)
    }
}
