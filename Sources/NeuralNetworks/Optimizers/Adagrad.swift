internal import CKernels

/// Smaller and smaller steps, the smaller the more a number has been updated.
///
///     a += g²;  w −= learningRate g / √(a + ε)              a begins at initialAccumulatorValue
public struct Adagrad: Optimizer {
    public let name = "adagrad"
    public var _settings: OptimizerSettings
    let initialAccumulatorValue: Double
    let epsilon: Double

    public init(
        learningRate: Double = 0.001, initialAccumulatorValue: Double = 0.1, epsilon: Double = 1e-7,
        weightDecay: Double? = nil, clipNorm: Double? = nil, clipValue: Double? = nil, globalClipNorm: Double? = nil
    ) {
        self.init(
            .constant(learningRate), initialAccumulatorValue: initialAccumulatorValue, epsilon: epsilon,
            weightDecay: weightDecay,
            clipping: GradientClipping(
                norm: clipNorm, value: clipValue, globalNorm: globalClipNorm, optimizer: "Adagrad"))
    }

    /// With a rate that changes from step to step.
    public init(
        learningRate: some LearningRateSchedule, initialAccumulatorValue: Double = 0.1, epsilon: Double = 1e-7,
        weightDecay: Double? = nil, clipNorm: Double? = nil, clipValue: Double? = nil, globalClipNorm: Double? = nil
    ) {
        self.init(
            .scheduled(learningRate), initialAccumulatorValue: initialAccumulatorValue, epsilon: epsilon,
            weightDecay: weightDecay,
            clipping: GradientClipping(
                norm: clipNorm, value: clipValue, globalNorm: globalClipNorm, optimizer: "Adagrad"))
    }

    private init(
        _ rate: LearningRate, initialAccumulatorValue: Double, epsilon: Double, weightDecay: Double?,
        clipping: GradientClipping
    ) {
        demandNotNegative(initialAccumulatorValue, "Adagrad: initialAccumulatorValue")
        demandNotNegative(epsilon, "Adagrad: epsilon")
        _settings = OptimizerSettings(rate, weightDecay: weightDecay, clipping: clipping, optimizer: "Adagrad")
        self.initialAccumulatorValue = initialAccumulatorValue
        self.epsilon = epsilon
    }

    public var _slotCount: Int { 1 }
    public var _initialSlotValue: Double { initialAccumulatorValue }

    public func _update(_ block: ParameterBlock, rate: Double, step: Int) {
        block.update(rate: rate) { nbrun_adagrad($0, Float(epsilon)) }
    }
}

extension Optimizer where Self == Adagrad {
    /// Adagrad with Keras's defaults.
    public static var adagrad: Adagrad { Adagrad() }
}
