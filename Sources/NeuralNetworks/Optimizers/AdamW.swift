/// Adam, with numbers that decay by themselves: w −= weightDecay · learningRate · w before each update.
///
///     AdamW(learningRate: 0.001, weightDecay: 0.004)
///
/// Unlike a penalty in the loss, the decay does not pass through the running means.
public struct AdamW: Optimizer {
    public let name = "adamw"
    private(set) var adam: Adam

    public init(
        learningRate: Double = 0.001, weightDecay: Double = 0.004, beta1: Double = 0.9, beta2: Double = 0.999,
        epsilon: Double = 1e-7, clipNorm: Double? = nil, clipValue: Double? = nil, globalClipNorm: Double? = nil
    ) {
        adam = Adam(
            .constant(learningRate), beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay,
            clipping: GradientClipping(
                norm: clipNorm, value: clipValue, globalNorm: globalClipNorm, optimizer: "AdamW"),
            optimizer: "AdamW")
    }

    /// With a rate that changes from step to step.
    public init(
        learningRate: some LearningRateSchedule, weightDecay: Double = 0.004, beta1: Double = 0.9,
        beta2: Double = 0.999, epsilon: Double = 1e-7, clipNorm: Double? = nil, clipValue: Double? = nil,
        globalClipNorm: Double? = nil
    ) {
        adam = Adam(
            .scheduled(learningRate), beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay,
            clipping: GradientClipping(
                norm: clipNorm, value: clipValue, globalNorm: globalClipNorm, optimizer: "AdamW"),
            optimizer: "AdamW")
    }

    public var _settings: OptimizerSettings {
        get { adam._settings }
        set { adam._settings = newValue }
    }

    public var description: String { "AdamW" + adam.description.dropFirst("Adam".count) }

    public var _slotCount: Int { adam._slotCount }

    public func _update(_ block: ParameterBlock, rate: Double, step: Int) {
        adam._update(block, rate: rate, step: step)
    }
}

extension Optimizer where Self == AdamW {
    /// AdamW with Keras's defaults.
    public static var adamW: AdamW { AdamW() }
}
