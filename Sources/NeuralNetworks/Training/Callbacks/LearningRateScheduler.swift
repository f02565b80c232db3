import Display

/// Sets the learning rate before each epoch.
///
///     LearningRateScheduler { epoch, rate in epoch < 10 ? rate : rate * 0.9 }
///
/// The closure receives the number of the epoch, counted from zero, and the rate so far. The rate of each epoch is in the
/// history then, as `learning_rate`.
public final class LearningRateScheduler: Callback {
    private let schedule: (_ epoch: Int, _ rate: Double) -> Double
    private let verbose: Verbosity

    public init(verbose: Verbosity = 0, _ schedule: @escaping (_ epoch: Int, _ rate: Double) -> Double) {
        self.schedule = schedule
        self.verbose = verbose
    }

    public var _logsLearningRate: Bool { true }

    public func onEpochBegin(_ epoch: Int, of model: Model) {
        let rate = schedule(epoch, model.optimizer.learningRate)
        demand(
            rate >= 0 && rate.isFinite,
            """
            LearningRateScheduler: the learning rate must be at least 0, but is \(NumberText.short(rate)) for epoch \(epoch)
            """)
        model.optimizer.learningRate = rate
        if verbose.isShown {
            model.remark(
                "Epoch \(epoch + 1): LearningRateScheduler setting learning rate to \(NumberText.short(rate)).")
        }
    }
}
