import Display
import Glibc

/// Half a wave of a cosine down from the first rate to `alpha` times it, after a steady rise where one is asked for.
///
///     rate = r ((1 − alpha)(1 + cos(π step / decaySteps)) / 2 + alpha)
///     CosineDecay(initialLearningRate: 0, decaySteps: 9000, warmupTarget: 0.01, warmupSteps: 1000)
///
/// With a `warmupTarget`, the rate first rises evenly from `initialLearningRate` to it in `warmupSteps` steps, and the
/// wave begins there; without one it begins at once, at `initialLearningRate`.
public struct CosineDecay: LearningRateSchedule {
    public let initialLearningRate: Double
    public let decaySteps: Int
    public let alpha: Double
    public let warmupTarget: Double?
    public let warmupSteps: Int

    public init(
        initialLearningRate: Double, decaySteps: Int, alpha: Double = 0, warmupTarget: Double? = nil,
        warmupSteps: Int = 0
    ) {
        demand(
            initialLearningRate >= 0 && initialLearningRate.isFinite,
            "CosineDecay: initialLearningRate must be at least 0, but is \(NumberText.short(initialLearningRate))")
        demandSteps(decaySteps, "CosineDecay: decaySteps")
        demand(alpha >= 0, "CosineDecay: alpha must be at least 0, but is \(NumberText.short(alpha))")
        demand(warmupSteps >= 0, "CosineDecay: warmupSteps must be at least 0, but is \(warmupSteps)")
        if let warmupTarget { demandPositive(warmupTarget, "CosineDecay: warmupTarget") }
        self.initialLearningRate = initialLearningRate
        self.decaySteps = decaySteps
        self.alpha = alpha
        self.warmupTarget = warmupTarget
        self.warmupSteps = warmupSteps
    }

    public func callAsFunction(_ step: Int) -> Double {
        guard let warmupTarget else { return decayed(from: initialLearningRate, step: step) }
        guard step < warmupSteps else { return decayed(from: warmupTarget, step: step - warmupSteps) }
        let part = Double(step) / Double(warmupSteps)
        return initialLearningRate + part * (warmupTarget - initialLearningRate)
    }

    private func decayed(from rate: Double, step: Int) -> Double {
        let part = Double(min(step, decaySteps)) / Double(decaySteps)
        return rate * ((1 - alpha) * (1 + cos(.pi * part)) / 2 + alpha)
    }
}
