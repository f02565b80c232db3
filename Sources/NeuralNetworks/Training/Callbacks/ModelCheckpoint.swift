import Display
internal import OutputFiles

/// Writes the model to a file after each epoch, or only where it has become better.
///
///     let best = ModelCheckpoint(filepath: "best.safetensors", saveBestOnly: true)
///     model.fit(x, y, epochs: 100, validationSplit: 0.2, callbacks: [best])
///     let model = try Sequential.load("best.safetensors")
///
///     ModelCheckpoint(filepath: "epochs/{epoch:02d}-{val_loss:.2f}.safetensors")   // epochs/01-0.47.safetensors
///
/// The best value holds on for the next fit. Folders that are missing are made; a file that cannot be written stops the cell.
public final class ModelCheckpoint: Callback {
    /// How often a checkpoint is made: `.epoch`, or a number of batches.
    public enum Frequency: ExpressibleByIntegerLiteral, Sendable {
        case epoch
        case batches(Int)

        public init(integerLiteral value: Int) { self = .batches(value) }
    }

    private let path: CheckpointPath
    private var monitor: Monitor
    private let verbose: Verbosity
    private let savesBestOnly: Bool
    private let savesWeightsOnly: Bool
    private let frequency: Frequency

    private var epoch = 0
    private var batchesSinceSaving = 0
    /// The best value so far, where only the best model is saved; it is never NaN.
    public private(set) var best: Double?

    /// - Parameters:
    ///   - filepath: where the model goes; `{epoch:02d}`, counted from one, and `{val_loss:.2f}` are places for numbers,
    ///     and so is `{batch}` where batches are counted.
    ///   - monitor: the metric, as the history names it.
    ///   - verbose: whether the training's output tells of it.
    ///   - saveBestOnly: whether a model that is no better than an earlier one is left out.
    ///   - saveWeightsOnly: whether only the weights are saved, as by ``Model/saveWeights(_:)``.
    ///   - mode: whether a small or a large value is good.
    ///   - saveFreq: `.epoch`, or after how many batches.
    ///   - initialValueThreshold: the value that the first model has to beat, where only the best is saved.
    public init(
        filepath: String, monitor: String = "val_loss", verbose: Verbosity = 0, saveBestOnly: Bool = false,
        saveWeightsOnly: Bool = false, mode: MonitorMode = .auto, saveFreq: Frequency = .epoch,
        initialValueThreshold: Double? = nil
    ) {
        if case .batches(let count) = saveFreq {
            demand(count >= 1, "ModelCheckpoint: saveFreq must be .epoch or at least 1, but is \(count)")
        }
        demandNumber(initialValueThreshold, "ModelCheckpoint: initialValueThreshold")
        path = CheckpointPath(filepath)
        self.monitor = Monitor(monitor, mode: mode, watcher: "ModelCheckpoint")
        self.verbose = verbose
        savesBestOnly = saveBestOnly
        savesWeightsOnly = saveWeightsOnly
        frequency = saveFreq
        best = initialValueThreshold
    }

    /// Nil, always: a training that is looked up rather than repeated would write no file.
    public var _signature: String? { nil }

    public func onTrainBegin(of model: Model) { monitor.beginFit() }

    public func onEpochBegin(_ epoch: Int, of model: Model) { self.epoch = epoch }

    public func onEpochEnd(_ epoch: Int, logs: [String: Double], of model: Model) {
        self.epoch = epoch
        if case .epoch = frequency { save(model, logs, numbers: [:]) }
    }

    public func onBatchEnd(_ batch: Int, logs: [String: Double], of model: Model) {
        guard case .batches(let count) = frequency else { return }
        batchesSinceSaving += 1
        guard batchesSinceSaving >= count else { return }
        batchesSinceSaving = 0
        save(model, logs, numbers: ["batch": Double(batch + 1)])
    }

    private func save(_ model: Model, _ logs: [String: Double], numbers: [String: Double]) {
        let numbers = logs.merging(numbers) { $1 }.merging(["epoch": Double(epoch + 1)]) { $1 }
        let path = path.filled(with: numbers)
        guard isWorthSaving(model, logs, path: path) else { return }
        do {
            try makeFolder(of: path)
            if savesWeightsOnly { try model.saveWeights(path) } else { try model.save(path) }
        } catch {
            misuse("ModelCheckpoint: \(error)")
        }
        remark("finished saving model to \(path)", of: model)
    }

    /// Whether the model is better than the best so far, where that is asked for; remembers and tells it.
    private func isWorthSaving(_ model: Model, _ logs: [String: Double], path: String) -> Bool {
        guard savesBestOnly else {
            remark("saving model to \(path)", of: model)
            return true
        }
        guard let value = monitor.value(in: logs, of: model) else { return true }
        let before = best.map { NumberText.fixed($0, decimals: 5) } ?? "None"
        guard monitor.isImprovement(value, over: best, of: model) else {
            remark("\(monitor.name) did not improve from \(before)", of: model)
            return false
        }
        let after = NumberText.fixed(value, decimals: 5)
        remark("\(monitor.name) improved from \(before) to \(after), saving model to \(path)", of: model)
        best = value
        return true
    }

    private func remark(_ text: String, of model: Model) {
        if verbose.isShown { model.remark("Epoch \(epoch + 1): \(text)") }
    }
}
