internal import CKernels

/// Stochastic gradient descent, with or without momentum.
///
///     w −= learningRate g                                 without momentum
///     s = momentum s − learningRate g;  w += s            with it; Nesterov's looks ahead: w += momentum s − learningRate g
public struct SGD: Optimizer {
    public let name = "sgd"
    public var learningRate: Double
    let momentum: Double
    let isNesterov: Bool

    public init(learningRate: Double = 0.01, momentum: Double = 0, nesterov: Bool = false) {
        demandPositive(learningRate, "SGD: learningRate")
        demandDecay(momentum, "SGD: momentum")
        self.learningRate = learningRate
        self.momentum = momentum
        isNesterov = nesterov
    }

    public var _slotCount: Int { momentum > 0 ? 1 : 0 }

    public func _update(_ block: ParameterBlock, step: Int) {
        let rate = Float(learningRate)
        guard momentum > 0 else { return nbrun_sgd(block.values, block.gradients, block.count, rate) }
        nbrun_sgd_momentum(
            block.values, block.gradients, block.slots[0], block.count, rate, Float(momentum), isNesterov ? 1 : 0)
    }
}

extension Optimizer where Self == SGD {
    /// SGD with Keras's defaults.
    public static var sgd: SGD { SGD() }
}
