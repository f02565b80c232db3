import Display

/// How a model's numbers follow their gradients.
///
///     model.compile(optimizer: Adam(learningRate: 0.0005), loss: .sparseCategoricalCrossentropy)
///     model.compile(optimizer: .sgd, loss: .sparseCategoricalCrossentropy)
///
/// All of them take, with Keras's meaning, one of `clipNorm`, `clipValue` and `globalClipNorm`, a `weightDecay`, and a
/// ``LearningRateSchedule`` in the place of a number.
public protocol Optimizer: Sendable, CustomStringConvertible {
    /// Keras's name for it, such as `adam`.
    var name: String { get }
    /// What all optimizers have in common.
    var _settings: OptimizerSettings { get set }
    /// How many numbers it remembers for each that it updates.
    var _slotCount: Int { get }
    /// What these are before the first update.
    var _initialSlotValue: Double { get }
    /// Does one update; `step` counts from one.
    func _update(_ block: ParameterBlock, rate: Double, step: Int)
}

extension Optimizer {
    public var _initialSlotValue: Double { 0 }

    /// What makes it: `Adam(learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-07)`.
    public var description: String {
        let settings = _settings.arguments
        let text = ReadableText.of(self, first: ["learningRate": settings.rate], without: ["name", "_settings"])
        return settings.others.isEmpty ? text : "\(text.dropLast()), \(settings.others))"
    }

    /// The size of a step; of the first one where it follows a schedule, and then it cannot be set.
    public var learningRate: Double {
        get { _settings.rate.value(afterUpdates: 0) }
        set { _settings.rate = _settings.rate.replaced(by: newValue, of: name) }
    }

    /// Clips the gradients, lets the numbers decay, and updates them.
    ///
    /// - Parameter globalNorm: the length of all gradients together, where the optimizer asks for it.
    func update(_ block: ParameterBlock, step: Int, globalNorm: Double?) {
        let rate = _settings.rate.value(afterUpdates: step - 1)
        var block = block
        block.decay = Float(_settings.weightDecay * rate)
        _settings.clipping.apply(to: &block, globalNorm: globalNorm)
        _update(block, rate: rate, step: step)
    }
}
