import Tensors

/// What the commands of a model's plans share, and what changes from step to step.
final class StepContext {
    var optimizer: any Optimizer
    /// The number of the update under way, counted from one over the whole life of the optimizer.
    var step = 0
    /// The length of all gradients of the step together, where the optimizer asks for it.
    var globalGradientNorm: Double?
    /// Where the numbers of a training are drawn: the order of samples, what is dropped.
    let generator: RandomGenerator
    /// The size of the next step.
    var learningRate: Double { optimizer._settings.rate.value(afterUpdates: step) }
    /// What the regularizers add to the loss, at the numbers that the step begins with.
    var penalty = 0.0
    /// Counts the batches of an epoch or an evaluation.
    var tally = Tally(metrics: [], targets: .numbers(1), outputShape: [1])

    init(optimizer: any Optimizer, generator: RandomGenerator) {
        self.optimizer = optimizer
        self.generator = generator
    }
}

/// What a plan is for.
enum PlanPurpose {
    /// Steps of a fit; parameters take the layout that it prefers.
    case training
    /// The last, smaller step of an epoch; parameters stay as they lie.
    case remainder
    /// Predictions and evaluations.
    case inference
}
