/// A learning rate that changes from step to step.
///
///     Adam(learningRate: ExponentialDecay(initialLearningRate: 0.01, decaySteps: 1000, decayRate: 0.9))
///
/// An author's own schedule is a type with that one function:
///
///     struct Halving: LearningRateSchedule {
///         func callAsFunction(_ step: Int) -> Double { step < 500 ? 0.01 : 0.005 }
///     }
public protocol LearningRateSchedule: Sendable {
    /// The rate of the step before which so many were done.
    func callAsFunction(_ step: Int) -> Double
}
