internal import CKernels

/// Stochastic gradient descent, with or without momentum.
///
///     w −= learningRate g                                 without momentum
///     s = momentum s − learningRate g;  w += s            with it; Nesterov's looks ahead: w += momentum s − learningRate g
public struct SGD: Optimizer {
    public let name = "sgd"
    public var _settings: OptimizerSettings
    let momentum: Double
    let isNesterov: Bool

    public init(
        learningRate: Double = 0.01, momentum: Double = 0, nesterov: Bool = false, weightDecay: Double? = nil,
        clipNorm: Double? = nil, clipValue: Double? = nil, globalClipNorm: Double? = nil
    ) {
        self.init(
            .constant(learningRate), momentum: momentum, nesterov: nesterov, weightDecay: weightDecay,
            clipping: GradientClipping(norm: clipNorm, value: clipValue, globalNorm: globalClipNorm, optimizer: "SGD"))
    }

    /// With a rate that changes from step to step.
    public init(
        learningRate: some LearningRateSchedule, momentum: Double = 0, nesterov: Bool = false,
        weightDecay: Double? = nil, clipNorm: Double? = nil, clipValue: Double? = nil, globalClipNorm: Double? = nil
    ) {
        self.init(
            .scheduled(learningRate), momentum: momentum, nesterov: nesterov, weightDecay: weightDecay,
            clipping: GradientClipping(norm: clipNorm, value: clipValue, globalNorm: globalClipNorm, optimizer: "SGD"))
    }

    private init(
        _ rate: LearningRate, momentum: Double, nesterov: Bool, weightDecay: Double?, clipping: GradientClipping
    ) {
        demandDecay(momentum, "SGD: momentum")
        _settings = OptimizerSettings(rate, weightDecay: weightDecay, clipping: clipping, optimizer: "SGD")
        self.momentum = momentum
        isNesterov = nesterov
    }

    public var _slotCount: Int { momentum > 0 ? 1 : 0 }

    public func _update(_ block: ParameterBlock, rate: Double, step: Int) {
        block.update(rate: rate) { update in
            if momentum > 0 {
                nbrun_sgd_momentum(update, Float(momentum), isNesterov ? 1 : 0)
            } else {
                nbrun_sgd(update)
            }
        }
    }
}

extension Optimizer where Self == SGD {
    /// SGD with Keras's defaults.
    public static var sgd: SGD { SGD() }
}
