import Display

/// Shows a fit while it runs: a log that grows by a line an epoch, and the progress within an epoch for who waits.
struct TrainingView {
    private let order: TrainingOrder
    private var log: TrainingLog
    private let handle: DisplayHandle?
    private let start = secondsSinceBoot()
    private var lastReport = -Double.infinity

    init(model: String, order: TrainingOrder) {
        self.order = order
        log = TrainingLog(modelName: model, plannedEpochs: order.epochs, stepsPerEpoch: order.stepsPerEpoch)
        handle = order.isShown ? display(Output.training(log)) : nil
    }

    /// Puts a finished epoch into the log.
    mutating func finish(epoch: Int, _ metrics: [Metric]) {
        log.epochs.append(TrainingLog.Epoch(number: epoch, metrics: metrics))
        handle?.update(Output.training(log))
    }

    /// Reports a finished step, a few times a second.
    mutating func progress(epoch: Int, step: Int, _ tally: Tally) {
        let now = secondsSinceBoot()
        guard now - lastReport >= 0.25 || step == order.stepsPerEpoch else { return }
        lastReport = now
        let done = (epoch - 1) * order.stepsPerEpoch + step
        let left = order.epochs * order.stepsPerEpoch - done
        reportProgress(
            TrainingProgress(
                epoch: epoch, epochs: order.epochs, step: step, steps: order.stepsPerEpoch, metrics: tally.results,
                secondsLeft: (now - start) / Double(done) * Double(left)))
    }
}
