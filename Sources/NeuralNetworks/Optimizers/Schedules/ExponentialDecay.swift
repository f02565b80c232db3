import Glibc

/// rate = initialLearningRate · decayRate^(step / decaySteps)
///
///     ExponentialDecay(initialLearningRate: 0.01, decaySteps: 1000, decayRate: 0.9)
///
/// With `staircase`, the exponent is rounded down, so that the rate falls once in `decaySteps` steps.
public struct ExponentialDecay: LearningRateSchedule {
    public let initialLearningRate: Double
    public let decaySteps: Int
    public let decayRate: Double
    public let staircase: Bool

    public init(initialLearningRate: Double, decaySteps: Int, decayRate: Double, staircase: Bool = false) {
        demandPositive(initialLearningRate, "ExponentialDecay: initialLearningRate")
        demandPositive(decayRate, "ExponentialDecay: decayRate")
        demandSteps(decaySteps, "ExponentialDecay: decaySteps")
        self.initialLearningRate = initialLearningRate
        self.decaySteps = decaySteps
        self.decayRate = decayRate
        self.staircase = staircase
    }

    public func callAsFunction(_ step: Int) -> Double {
        let exponent = Double(step) / Double(decaySteps)
        return initialLearningRate * pow(decayRate, staircase ? exponent.rounded(.down) : exponent)
    }
}
