/// A callback of closures.
///
///     model.fit(x, y, epochs: 5, callbacks: [LambdaCallback(onEpochEnd: { epoch, logs in print(epoch, logs["loss"]!) })])
public final class LambdaCallback: Callback {
    private let trainBegin: () -> Void
    private let trainEnd: () -> Void
    private let epochBegin: (Int) -> Void
    private let epochEnd: (Int, [String: Double]) -> Void
    private let batchEnd: (Int, [String: Double]) -> Void

    public init(
        onEpochBegin: @escaping (_ epoch: Int) -> Void = { _ in },
        onEpochEnd: @escaping (_ epoch: Int, _ logs: [String: Double]) -> Void = { _, _ in },
        onTrainBegin: @escaping () -> Void = {}, onTrainEnd: @escaping () -> Void = {},
        onBatchEnd: @escaping (_ batch: Int, _ logs: [String: Double]) -> Void = { _, _ in }
    ) {
        trainBegin = onTrainBegin
        trainEnd = onTrainEnd
        epochBegin = onEpochBegin
        epochEnd = onEpochEnd
        batchEnd = onBatchEnd
    }

    public func onTrainBegin(of model: Model) { trainBegin() }
    public func onTrainEnd(of model: Model) { trainEnd() }
    public func onEpochBegin(_ epoch: Int, of model: Model) { epochBegin(epoch) }
    public func onEpochEnd(_ epoch: Int, logs: [String: Double], of model: Model) { epochEnd(epoch, logs) }
    public func onBatchEnd(_ batch: Int, logs: [String: Double], of model: Model) { batchEnd(batch, logs) }
}
