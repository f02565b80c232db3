internal import CKernels
import Display
import Glibc

/// Steps of about the same size for all numbers, by running means of gradients and of their squares.
///
///     mₜ = β₁ mₜ₋₁ + (1 − β₁) g          αₜ = learningRate √(1 − β₂ᵗ) / (1 − β₁ᵗ)
///     vₜ = β₂ vₜ₋₁ + (1 − β₂) g²         w −= αₜ mₜ / (√vₜ + ε)
///
/// ε stands outside the correction of the first steps, as in Keras.
public struct Adam: Optimizer {
    public let name = "adam"
    public var learningRate: Double
    let beta1: Double
    let beta2: Double
    let epsilon: Double

    public init(learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7) {
        demandPositive(learningRate, "Adam: learningRate")
        demandDecay(beta1, "Adam: beta1")
        demandDecay(beta2, "Adam: beta2")
        self.learningRate = learningRate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
    }

    public var _slotCount: Int { 2 }

    public func _update(_ block: ParameterBlock, step: Int) {
        let time = Double(step)
        let rate = learningRate * (1 - pow(beta2, time)).squareRoot() / (1 - pow(beta1, time))
        nbrun_adam(
            block.values, block.gradients, block.slots[0], block.slots[1], block.count, Float(rate), Float(beta1),
            Float(beta2), Float(epsilon))
    }
}

extension Optimizer where Self == Adam {
    /// Adam with Keras's defaults.
    public static var adam: Adam { Adam() }
}

func demandPositive(_ value: Double, _ argument: String) {
    demand(value > 0 && value.isFinite, "\(argument) must be above 0, but is \(NumberText.short(value))")
}

func demandDecay(_ value: Double, _ argument: String) {
    demand((0..<1).contains(value), "\(argument) must be in 0..<1, but is \(NumberText.short(value))")
}
