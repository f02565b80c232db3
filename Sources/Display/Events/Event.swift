/// What the process in which cells live tells the runner while a cell runs.
public enum Event: Equatable, Sendable {
    /// Something to show, after all that was shown before.
    case display(identifier: Int, Output)
    /// Something to show instead of what was displayed under this identifier.
    case update(identifier: Int, Output)
    /// How far a training has come: for a person who waits, never for the report.
    case progress(TrainingProgress)
    /// Something that did not have to be computed: for a person who waits, and for the run record.
    case restored(Restoration)
    /// Something that the person who runs the chapter should know, but that is not the chapter's.
    case warning(String)
    /// The cell cannot go on.
    case stop(StopReason)
}

/// Why a cell stopped itself.
public enum StopReason: Equatable, Sendable {
    /// It used the library in a way that cannot work; the message says what was expected and what was given.
    case misuse(String)
    /// It let an error through to its top level.
    case thrown(type: String, description: String)
}

/// Where a training stands.
public struct TrainingProgress: Equatable, Sendable {
    /// Counted from one.
    public var epoch: Int
    public var epochs: Int
    /// Finished steps of this epoch.
    public var step: Int
    public var steps: Int
    /// Running means over the epoch so far.
    public var metrics: [Metric]
    /// Estimated time to the end of the last epoch.
    public var secondsLeft: Double
    /// Epochs that a run which is interrupted now need not train again; nil where nothing is kept.
    public var keptEpochs: Int?

    public init(
        epoch: Int, epochs: Int, step: Int, steps: Int, metrics: [Metric], secondsLeft: Double, keptEpochs: Int? = nil
    ) {
        self.epoch = epoch
        self.epochs = epochs
        self.step = step
        self.steps = steps
        self.metrics = metrics
        self.secondsLeft = secondsLeft
        self.keptEpochs = keptEpochs
    }
}
