import Display
import Synchronization

/// What is kept of one fit, and what an earlier one like it has left.
final class TrainingMemo {
    private let store: TrainingStore
    private let key: TrainingKey
    private let fit: FitSetting
    private let writing = BackgroundTask()
    private var lastWrite = secondsSinceBoot()
    private let kept = KeptEpochs()

    /// Short epochs are not written each.
    private static let secondsBetweenWrites = 2.0

    /// - Returns: nil where nothing is kept: the process has no store, or the fit depends on what no key can hold.
    init?(of fit: FitSetting, in store: TrainingStore?) {
        guard let store, let key = TrainingKey(fit) else { return nil }
        self.store = store
        self.key = key
        self.fit = fit
    }

    /// Where the fit can begin.
    var checkpoint: Checkpoint? {
        let checkpoint = store.newest(of: key, upTo: fit.order.epochs) { $0.fits(fit) }
        if let checkpoint { kept.count.store(checkpoint.epochs.count, ordering: .relaxed) }
        return checkpoint
    }

    /// How many epochs are on the disk.
    var keptEpochs: Int { kept.count.load(ordering: .relaxed) }

    /// Keeps a checkpoint while training goes on: always the last one, others now and then.
    func keep(isLast: Bool, _ checkpoint: () -> Checkpoint) {
        let isDue = secondsSinceBoot() - lastWrite >= Self.secondsBetweenWrites && !writing.isBusy
        guard isLast || isDue else { return }
        lastWrite = secondsSinceBoot()
        let (checkpoint, store, key, kept) = (checkpoint(), store, key, kept)
        writing.start {
            guard store.keep(checkpoint, of: key, isFinished: isLast) else { return }
            kept.count.store(checkpoint.epochs.count, ordering: .relaxed)
        }
    }

    /// Waits until all is on the disk.
    func finish() { writing.finish() }
}

/// Counted on the thread that writes.
private final class KeptEpochs: Sendable {
    let count = Atomic(0)
}
