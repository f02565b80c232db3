internal import CKernels
import Glibc

/// Steps of about the same size for all numbers, by running means of gradients and of their squares.
///
///     mₜ = β₁ mₜ₋₁ + (1 − β₁) g          αₜ = learningRate √(1 − β₂ᵗ) / (1 − β₁ᵗ)
///     vₜ = β₂ vₜ₋₁ + (1 − β₂) g²         w −= αₜ mₜ / (√vₜ + ε)
///
/// ε stands outside the correction of the first steps, as in Keras.
public struct Adam: Optimizer {
    public let name = "adam"
    public var _settings: OptimizerSettings
    let beta1: Double
    let beta2: Double
    let epsilon: Double

    public init(
        learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7,
        weightDecay: Double? = nil, clipNorm: Double? = nil, clipValue: Double? = nil, globalClipNorm: Double? = nil
    ) {
        self.init(
            .constant(learningRate), beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay,
            clipping: GradientClipping(norm: clipNorm, value: clipValue, globalNorm: globalClipNorm, optimizer: "Adam"))
    }

    /// With a rate that changes from step to step.
    public init(
        learningRate: some LearningRateSchedule, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7,
        weightDecay: Double? = nil, clipNorm: Double? = nil, clipValue: Double? = nil, globalClipNorm: Double? = nil
    ) {
        self.init(
            .scheduled(learningRate), beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay,
            clipping: GradientClipping(norm: clipNorm, value: clipValue, globalNorm: globalClipNorm, optimizer: "Adam"))
    }

    /// - Parameter optimizer: what a message calls it.
    init(
        _ rate: LearningRate, beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double?,
        clipping: GradientClipping, optimizer: String = "Adam"
    ) {
        demandDecay(beta1, "\(optimizer): beta1")
        demandDecay(beta2, "\(optimizer): beta2")
        demandNotNegative(epsilon, "\(optimizer): epsilon")
        _settings = OptimizerSettings(rate, weightDecay: weightDecay, clipping: clipping, optimizer: optimizer)
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
    }

    public var _slotCount: Int { 2 }

    public func _update(_ block: ParameterBlock, rate: Double, step: Int) {
        let time = Double(step)
        let rate = rate * (1 - pow(beta2, time)).squareRoot() / (1 - pow(beta1, time))
        block.update(rate: rate) { nbrun_adam($0, Float(beta1), Float(beta2), Float(epsilon), 1, 0) }
    }
}

extension Optimizer where Self == Adam {
    /// Adam with Keras's defaults.
    public static var adam: Adam { Adam() }
}
