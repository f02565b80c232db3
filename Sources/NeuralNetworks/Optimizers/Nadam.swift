internal import CKernels
import Glibc

/// Adam that looks a step ahead, as Nesterov's momentum does.
///
///     uₜ = β₁ (1 − 0.96ᵗ / 2)            Uₜ = u₁ u₂ … uₜ
///     mₜ = β₁ mₜ₋₁ + (1 − β₁) g          m̂ = uₜ₊₁ mₜ / (1 − Uₜ₊₁) + (1 − uₜ) g / (1 − Uₜ)
///     vₜ = β₂ vₜ₋₁ + (1 − β₂) g²         w −= learningRate m̂ / (√(vₜ / (1 − β₂ᵗ)) + ε)
public struct Nadam: Optimizer {
    public let name = "nadam"
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
            clipping: GradientClipping(norm: clipNorm, value: clipValue, globalNorm: globalClipNorm, optimizer: "Nadam")
        )
    }

    /// With a rate that changes from step to step.
    public init(
        learningRate: some LearningRateSchedule, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7,
        weightDecay: Double? = nil, clipNorm: Double? = nil, clipValue: Double? = nil, globalClipNorm: Double? = nil
    ) {
        self.init(
            .scheduled(learningRate), beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay,
            clipping: GradientClipping(norm: clipNorm, value: clipValue, globalNorm: globalClipNorm, optimizer: "Nadam")
        )
    }

    private init(
        _ rate: LearningRate, beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double?,
        clipping: GradientClipping
    ) {
        demandDecay(beta1, "Nadam: beta1")
        demandDecay(beta2, "Nadam: beta2")
        demandNotNegative(epsilon, "Nadam: epsilon")
        _settings = OptimizerSettings(rate, weightDecay: weightDecay, clipping: clipping, optimizer: "Nadam")
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
    }

    public var _slotCount: Int { 2 }

    public func _update(_ block: ParameterBlock, rate: Double, step: Int) {
        let correction = (1 - pow(beta2, Double(step))).squareRoot()
        let next = momentum(at: step + 1)
        let product = momentumProduct(upTo: step)
        let meanPart = next / (1 - product * next)
        let gradientPart = (1 - momentum(at: step)) / (1 - product)
        block.update(rate: rate * correction) {
            nbrun_adam(
                $0, Float(beta1), Float(beta2), Float(epsilon * correction), Float(meanPart), Float(gradientPart))
        }
    }

    /// uₜ
    private func momentum(at step: Int) -> Double { beta1 * (1 - 0.5 * pow(0.96, Double(step))) }

    /// Uₜ; after a thousand steps a factor is β₁ to the last bit.
    private func momentumProduct(upTo step: Int) -> Double {
        let first = (1...min(step, 1000)).reduce(1) { $0 * momentum(at: $1) }
        return first * pow(beta1, Double(max(step - 1000, 0)))
    }
}

extension Optimizer where Self == Nadam {
    /// Nadam with Keras's defaults.
    public static var nadam: Nadam { Nadam() }
}
