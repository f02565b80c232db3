internal import CKernels

/// Gradients divided by the root of a running mean of their squares.
///
///     v = ρ v + (1 − ρ) g²;  s = momentum s + learningRate g / √(v + ε);  w −= s
public struct RMSprop: Optimizer {
    public let name = "rmsprop"
    public var _settings: OptimizerSettings
    let rho: Double
    let momentum: Double
    let epsilon: Double

    public init(
        learningRate: Double = 0.001, rho: Double = 0.9, momentum: Double = 0, epsilon: Double = 1e-7,
        weightDecay: Double? = nil, clipNorm: Double? = nil, clipValue: Double? = nil, globalClipNorm: Double? = nil
    ) {
        self.init(
            .constant(learningRate), rho: rho, momentum: momentum, epsilon: epsilon, weightDecay: weightDecay,
            clipping: GradientClipping(
                norm: clipNorm, value: clipValue, globalNorm: globalClipNorm, optimizer: "RMSprop"))
    }

    /// With a rate that changes from step to step.
    public init(
        learningRate: some LearningRateSchedule, rho: Double = 0.9, momentum: Double = 0, epsilon: Double = 1e-7,
        weightDecay: Double? = nil, clipNorm: Double? = nil, clipValue: Double? = nil, globalClipNorm: Double? = nil
    ) {
        self.init(
            .scheduled(learningRate), rho: rho, momentum: momentum, epsilon: epsilon, weightDecay: weightDecay,
            clipping: GradientClipping(
                norm: clipNorm, value: clipValue, globalNorm: globalClipNorm, optimizer: "RMSprop"))
    }

    private init(
        _ rate: LearningRate, rho: Double, momentum: Double, epsilon: Double, weightDecay: Double?,
        clipping: GradientClipping
    ) {
        demandDecay(rho, "RMSprop: rho")
        demandDecay(momentum, "RMSprop: momentum")
        demandNotNegative(epsilon, "RMSprop: epsilon")
        _settings = OptimizerSettings(rate, weightDecay: weightDecay, clipping: clipping, optimizer: "RMSprop")
        self.rho = rho
        self.momentum = momentum
        self.epsilon = epsilon
    }

    public var _slotCount: Int { 2 }

    public func _update(_ block: ParameterBlock, rate: Double, step: Int) {
        block.update(rate: rate) { nbrun_rmsprop($0, Float(rho), Float(momentum), Float(epsilon)) }
    }
}

extension Optimizer where Self == RMSprop {
    /// RMSprop with Keras's defaults.
    public static var rmsprop: RMSprop { RMSprop() }
}
