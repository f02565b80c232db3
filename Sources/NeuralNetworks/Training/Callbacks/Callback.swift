import Display

/// Something that is done at certain moments of a fit.
///
///     struct Printer: Callback {
///         func onEpochEnd(_ epoch: Int, logs: [String: Double], of model: Model) {
///             print("epoch \(epoch) has a loss of \(logs["loss"]!)")
///         }
///     }
///     model.fit(x, y, epochs: 25, callbacks: [Printer(), EarlyStopping(monitor: "loss")])
///
/// All moments have an empty implementation. As in Keras, epochs and batches are counted from zero here. A callback may
/// set `model.optimizer.learningRate`, end the fit by `model.stopTraining = true`, and tell of it by `model.remark(…)`.
/// One that remembers something is a class.
public protocol Callback: CustomStringConvertible {
    /// Before the first epoch.
    func onTrainBegin(of model: Model)
    /// After the last epoch, also where the fit was ended early.
    func onTrainEnd(of model: Model)
    /// Before the first batch of an epoch.
    func onEpochBegin(_ epoch: Int, of model: Model)
    /// After an epoch and its validation; the logs have the loss, the metrics, and both of the validation as `val_…`.
    func onEpochEnd(_ epoch: Int, logs: [String: Double], of model: Model)
    /// After a step; the logs have the means over the epoch so far.
    func onBatchEnd(_ batch: Int, logs: [String: Double], of model: Model)

    /// Whether the learning rate is to be among the logs of each epoch.
    var _logsLearningRate: Bool { get }
    /// Its arguments in words, the same in every run, where nothing else decides what it does; nil for one of the author's.
    var _signature: String? { get }
}

extension Callback {
    public func onTrainBegin(of model: Model) {}
    public func onTrainEnd(of model: Model) {}
    public func onEpochBegin(_ epoch: Int, of model: Model) {}
    public func onEpochEnd(_ epoch: Int, logs: [String: Double], of model: Model) {}
    public func onBatchEnd(_ batch: Int, logs: [String: Double], of model: Model) {}
    public var _logsLearningRate: Bool { false }
    public var _signature: String? { nil }

    /// What makes it, or the name of the type.
    public var description: String { _signature ?? String(describing: type(of: self)) }
}

extension [Metric] {
    /// The metrics by name, as callbacks receive them.
    var logs: [String: Double] {
        Dictionary(map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}
