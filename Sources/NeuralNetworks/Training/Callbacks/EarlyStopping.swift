import Display
import Tensors

/// Ends a fit when a metric has not become better for some epochs.
///
///     let stopping = EarlyStopping(monitor: "val_loss", patience: 3, restoreBestWeights: true)
///     model.fit(x, y, epochs: 100, validationSplit: 0.2, callbacks: [stopping])
///     stopping.stoppedEpoch   // 17, counted from zero as by Keras
public final class EarlyStopping: Callback {
    private var monitor: Monitor
    private let patience: Int
    private let verbose: Verbosity
    private let baseline: Double?
    private let restoresBestWeights: Bool
    private let startFromEpoch: Int

    private var wait = 0
    /// The best value so far, which is never NaN; nil where there was no other.
    public private(set) var best: Double?
    /// The epoch of the best value, counted from zero.
    public private(set) var bestEpoch = 0
    /// The epoch after which the fit was ended, counted from zero; 0 where it was not.
    public private(set) var stoppedEpoch = 0
    private var bestWeights: [Tensor]?

    /// - Parameters:
    ///   - monitor: the metric, as the history names it.
    ///   - minDelta: smaller changes are no improvement.
    ///   - patience: after how many epochs without an improvement the fit ends.
    ///   - verbose: whether the training's output tells of it.
    ///   - mode: whether a small or a large value is good.
    ///   - baseline: a value that has to be beaten.
    ///   - restoreBestWeights: whether the model gets the weights of the best epoch in the end.
    ///   - startFromEpoch: the first epoch that is looked at.
    public init(
        monitor: String = "val_loss", minDelta: Double = 0, patience: Int = 0, verbose: Verbosity = 0,
        mode: MonitorMode = .auto, baseline: Double? = nil, restoreBestWeights: Bool = false, startFromEpoch: Int = 0
    ) {
        demand(patience >= 0, "EarlyStopping: patience must be at least 0, but is \(patience)")
        demandNumber(baseline, "EarlyStopping: baseline")
        demand(startFromEpoch >= 0, "EarlyStopping: startFromEpoch must be at least 0, but is \(startFromEpoch)")
        self.monitor = Monitor(monitor, mode: mode, minDelta: minDelta, watcher: "EarlyStopping")
        self.patience = patience
        self.verbose = verbose
        self.baseline = baseline
        restoresBestWeights = restoreBestWeights
        self.startFromEpoch = startFromEpoch
    }

    public func onTrainBegin(of model: Model) {
        (wait, best, bestEpoch, stoppedEpoch, bestWeights) = (0, nil, 0, 0, nil)
        monitor.beginFit()
    }

    public func onEpochEnd(_ epoch: Int, logs: [String: Double], of model: Model) {
        guard let current = monitor.value(in: logs, of: model), epoch >= startFromEpoch else { return }
        wait += 1
        if monitor.isImprovement(current, over: best, of: model) {
            best = current
            keepWeights(of: model, epoch)
            // The wait begins anew only where the baseline is beaten too.
            if monitor.isImprovement(current, over: baseline, of: model) { wait = 0 }
        } else if wait >= patience, epoch > 0 {
            stoppedEpoch = epoch
            model.stopTraining = true
        }
    }

    public func onTrainEnd(of model: Model) {
        if stoppedEpoch > 0, verbose.isShown { model.remark("Epoch \(stoppedEpoch + 1): early stopping") }
        guard let bestWeights else {
            if restoresBestWeights, monitor.hasMetNaN {
                model.remark("EarlyStopping restores no weights: \(monitor.name) was NaN in each epoch")
            }
            return
        }
        if verbose.isShown {
            model.remark("Restoring model weights from the end of the best epoch: \(bestEpoch + 1).")
        }
        model.parameterValues = bestWeights
    }

    private func keepWeights(of model: Model, _ epoch: Int) {
        bestEpoch = epoch
        if restoresBestWeights { bestWeights = model.parameterValues }
    }

    public var _signature: String? {
        """
        EarlyStopping(\(monitor), patience: \(patience), baseline: \(text(baseline)), \
        restoreBestWeights: \(restoresBestWeights), startFromEpoch: \(startFromEpoch), verbose: \(verbose.isShown))
        """
    }
}

extension EarlyStopping: RestorableCallback {
    var memory: CallbackMemory {
        var numbers = ["wait": Double(wait), "bestEpoch": Double(bestEpoch), "stoppedEpoch": Double(stoppedEpoch)]
        numbers["best"] = best
        numbers.merge(monitor.memory) { $1 }
        return CallbackMemory(numbers: numbers, tensors: bestWeights ?? [])
    }

    func resume(_ memory: CallbackMemory, after epochs: [TrainingLog.Epoch], of model: Model) {
        wait = memory.count("wait")
        (bestEpoch, stoppedEpoch) = (memory.count("bestEpoch"), memory.count("stoppedEpoch"))
        best = memory.numbers["best"]
        monitor.resume(memory)
        bestWeights = memory.tensors.isEmpty ? nil : memory.tensors
    }
}

/// A number that may be missing.
func text(_ number: Double?) -> String { number.map { "\($0)" } ?? "nil" }
