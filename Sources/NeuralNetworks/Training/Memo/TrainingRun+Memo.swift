import Display
import Glibc

extension TrainingRun {
    /// Takes up an earlier fit that went the same way, where there is one.
    ///
    /// - Returns: the epochs that are left to train, counted from zero.
    func restore() -> Range<Int> {
        guard let checkpoint = memo?.checkpoint else { return order.initialEpoch..<order.epochs }
        let left = checkpoint.isStopped ? 0..<0 : checkpoint.epoch..<order.epochs
        model.trainingState = checkpoint.state
        model.stopTraining = checkpoint.isStopped
        batches.passOver(checkpoint.epochs.count * order.stepsPerEpoch)
        for epoch in checkpoint.epochs { history.append(epoch: epoch.number, epoch.metrics) }
        model.history = history
        reportRestored(
            .training(
                RestoredTraining(
                    model: model.name, epochs: checkpoint.epochs.count, remaining: left.count,
                    time: checkpoint.time)))
        view.restore(checkpoint.epochs)
        for (callback, memory) in zip(callbacks, checkpoint.callbacks) {
            (callback as? any RestorableCallback)?.resume(memory, after: checkpoint.epochs, of: model)
        }
        return left
    }

    /// Where the training stands behind an epoch.
    var checkpoint: Checkpoint {
        Checkpoint(
            epochs: view.log.epochs, state: model.trainingState,
            callbacks: callbacks.map { ($0 as? any RestorableCallback)?.memory ?? CallbackMemory() },
            isStopped: model.stopTraining, time: time(nil))
    }
}
