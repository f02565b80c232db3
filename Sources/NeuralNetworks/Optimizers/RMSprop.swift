internal import CKernels

/// Gradients divided by the root of a running mean of their squares.
///
///     v = ρ v + (1 − ρ) g²;  s = momentum s + learningRate g / √(v + ε);  w −= s
public struct RMSprop: Optimizer {
    public let name = "rmsprop"
    public var learningRate: Double
    let rho: Double
    let momentum: Double
    let epsilon: Double

    public init(learningRate: Double = 0.001, rho: Double = 0.9, momentum: Double = 0, epsilon: Double = 1e-7) {
        demandPositive(learningRate, "RMSprop: learningRate")
        demandDecay(rho, "RMSprop: rho")
        demandDecay(momentum, "RMSprop: momentum")
        self.learningRate = learningRate
        self.rho = rho
        self.momentum = momentum
        self.epsilon = epsilon
    }

    public var _slotCount: Int { 2 }

    public func _update(_ block: ParameterBlock, step: Int) {
        nbrun_rmsprop(
            block.values, block.gradients, block.slots[0], block.slots[1], block.count, Float(learningRate),
            Float(rho), Float(momentum), Float(epsilon))
    }
}

extension Optimizer where Self == RMSprop {
    /// RMSprop with Keras's defaults.
    public static var rmsprop: RMSprop { RMSprop() }
}
