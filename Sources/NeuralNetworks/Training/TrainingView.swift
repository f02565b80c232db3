import Display

/// Shows a fit while it runs: a log that grows by a line an epoch, and the progress within an epoch for who waits.
struct TrainingView {
    private let order: TrainingOrder
    private(set) var log: TrainingLog
    private let handle: DisplayHandle?
    private let start = secondsSinceBoot()
    private var lastReport = -Double.infinity
    /// Epochs of the log that took no time.
    private var restoredCount = 0
    /// What callbacks have said since the log was shown last.
    private var remarks: [String] = []

    init(model: String, order: TrainingOrder) {
        self.order = order
        log = TrainingLog(modelName: model, plannedEpochs: order.epochs, stepsPerEpoch: order.stepsPerEpoch)
        handle = order.isShown ? display(Output.training(log)) : nil
    }

    /// Keeps what a callback says, for the epoch that ends next or has ended last.
    mutating func remark(_ text: String) {
        remarks.append(text)
    }

    /// Shows epochs that another run has trained.
    mutating func restore(_ epochs: [TrainingLog.Epoch]) {
        log.epochs = epochs
        restoredCount = epochs.count
        handle?.update(Output.training(log))
    }

    /// Puts a finished epoch into the log.
    mutating func finish(epoch: Int, _ metrics: [Metric]) {
        log.epochs.append(TrainingLog.Epoch(number: epoch, metrics: metrics, remarks: remarks))
        remarks = []
        handle?.update(Output.training(log))
    }

    /// Puts what was said after the last epoch into the log.
    mutating func showRemarks() {
        guard !remarks.isEmpty, !log.epochs.isEmpty else { return }
        log.epochs[log.epochs.count - 1].remarks += remarks
        remarks = []
        handle?.update(Output.training(log))
    }

    /// Reports a finished step, a few times a second.
    ///
    /// - Parameter kept: the epochs that need not be trained again; nil where none are kept.
    mutating func progress(epoch: Int, step: Int, _ tally: Tally, kept: Int?) {
        let now = secondsSinceBoot()
        guard now - lastReport >= 0.25 || step == order.stepsPerEpoch else { return }
        lastReport = now
        let done = (epoch - order.initialEpoch - 1 - restoredCount) * order.stepsPerEpoch + step
        let left = order.stepCount - restoredCount * order.stepsPerEpoch - done
        reportProgress(
            TrainingProgress(
                epoch: epoch, epochs: order.epochs, step: step, steps: order.stepsPerEpoch, metrics: tally.results,
                secondsLeft: (now - start) / Double(done) * Double(left), keptEpochs: kept))
    }
}
