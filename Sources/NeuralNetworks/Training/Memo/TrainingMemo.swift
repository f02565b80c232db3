import Display

/// What is kept of one fit, and what an earlier one like it has left.
final class TrainingMemo {
    private let store: TrainingStore
    private let key: TrainingKey
    private let fit: FitSetting
    private let writing = BackgroundTask()
    private var lastWrite = secondsSinceBoot()

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
    var checkpoint: Checkpoint? { store.newest(of: key, upTo: fit.order.epochs) { $0.fits(fit) } }

    /// Keeps a checkpoint while training goes on: always the last one, others now and then.
    func keep(isLast: Bool, _ checkpoint: () -> Checkpoint) {
        let isDue = secondsSinceBoot() - lastWrite >= Self.secondsBetweenWrites && !writing.isBusy
        guard isLast || isDue else { return }
        lastWrite = secondsSinceBoot()
        let (checkpoint, store, key) = (checkpoint(), store, key)
        writing.start { store.keep(checkpoint, of: key, isFinished: isLast) }
    }

    /// Waits until all is on the disk.
    func finish() { writing.finish() }
}
