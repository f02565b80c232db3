import Display

/// Makes the learning rate smaller when a metric has not become better for some epochs.
///
///     ReduceLROnPlateau(monitor: "val_loss", factor: 0.2, patience: 5, minLR: 0.0001)
///
/// The learning rate of each epoch is in the history then, as `learning_rate`.
public final class ReduceLROnPlateau: Callback {
    private var monitor: Monitor
    private let factor: Double
    private let patience: Int
    private let verbose: Verbosity
    private let cooldown: Int
    private let minLR: Double

    private var best: Double?
    private var wait = 0
    private var cooldownCounter = 0

    /// - Parameters:
    ///   - monitor: the metric, as the history names it.
    ///   - factor: what the rate is multiplied by: above 0, and below 1.
    ///   - patience: after how many epochs without an improvement.
    ///   - verbose: whether the training's output tells of it.
    ///   - mode: whether a small or a large value is good.
    ///   - minDelta: smaller changes are no improvement.
    ///   - cooldown: for how many epochs after that nothing is counted.
    ///   - minLR: the smallest rate that it sets.
    public init(
        monitor: String = "val_loss", factor: Double = 0.1, patience: Int = 10, verbose: Verbosity = 0,
        mode: MonitorMode = .auto, minDelta: Double = 1e-4, cooldown: Int = 0, minLR: Double = 0
    ) {
        demand(
            factor > 0 && factor < 1,
            "ReduceLROnPlateau: factor must be above 0 and below 1, but is \(NumberText.short(factor))")
        demand(patience >= 0, "ReduceLROnPlateau: patience must be at least 0, but is \(patience)")
        demand(cooldown >= 0, "ReduceLROnPlateau: cooldown must be at least 0, but is \(cooldown)")
        demand(minLR >= 0, "ReduceLROnPlateau: minLR must be at least 0, but is \(NumberText.short(minLR))")
        self.monitor = Monitor(monitor, mode: mode, minDelta: minDelta, watcher: "ReduceLROnPlateau")
        self.factor = factor
        self.patience = patience
        self.verbose = verbose
        self.cooldown = cooldown
        self.minLR = minLR
    }

    public var _logsLearningRate: Bool { true }

    public func onTrainBegin(of model: Model) {
        (best, wait, cooldownCounter) = (nil, 0, 0)
        monitor.beginFit()
    }

    public func onEpochEnd(_ epoch: Int, logs: [String: Double], of model: Model) {
        guard let current = monitor.value(in: logs, of: model) else { return }
        if cooldownCounter > 0 {
            cooldownCounter -= 1
            wait = 0
        }
        if monitor.isImprovement(current, over: best, of: model) {
            best = current
            wait = 0
        } else if cooldownCounter == 0 {
            wait += 1
            if wait >= patience { reduce(of: model, epoch) }
        }
    }

    private func reduce(of model: Model, _ epoch: Int) {
        let optimizer = model.optimizer
        guard optimizer.learningRate > minLR else { return }
        let rate = max(optimizer.learningRate * factor, minLR)
        optimizer.learningRate = rate
        if verbose.isShown {
            model.remark("Epoch \(epoch + 1): ReduceLROnPlateau reducing learning rate to \(NumberText.short(rate)).")
        }
        (cooldownCounter, wait) = (cooldown, 0)
    }

    public var _signature: String? {
        """
        ReduceLROnPlateau(\(monitor), factor: \(factor), patience: \(patience), cooldown: \(cooldown), minLR: \(minLR), \
        verbose: \(verbose.isShown))
        """
    }
}

extension ReduceLROnPlateau: RestorableCallback {
    var memory: CallbackMemory {
        var numbers = ["wait": Double(wait), "cooldownCounter": Double(cooldownCounter)]
        numbers["best"] = best
        numbers.merge(monitor.memory) { $1 }
        return CallbackMemory(numbers: numbers)
    }

    func resume(_ memory: CallbackMemory, after epochs: [TrainingLog.Epoch], of model: Model) {
        (wait, cooldownCounter) = (memory.count("wait"), memory.count("cooldownCounter"))
        best = memory.numbers["best"]
        monitor.resume(memory)
    }
}
