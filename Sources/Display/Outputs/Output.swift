/// What a cell can show: one closed enum, plain data from end to end.
///
/// Author-side modules make these values, the event stream carries them to the runner, and a report lays them out.
/// Whoever adds a case is led by the compiler to every place that has to know it.
public enum Output: Equatable, Sendable {
    /// Text that a cell wrote to standard output or standard error.
    case stream(StandardStream, String)
    /// A value as text, laid out with spaces and line breaks.
    case text(String)
    /// HTML that the author shows on purpose; it goes into the page as it is.
    case html(String)
    /// A drawing.
    case figure(FigureOutput)
    /// Rows under named columns.
    case table(TableOutput)
    /// The layers of a model.
    case modelSummary(ModelSummary)
    /// The epochs of one training run.
    case training(TrainingLog)
    /// Named numbers, as an evaluation gives them.
    case metrics([Metric])
}

/// The two text streams of a process.
public enum StandardStream: UInt8, Equatable, Sendable {
    case output = 1
    case error = 2
}

/// A named number, such as `loss` 0.2719.
public struct Metric: Equatable, Sendable {
    public let name: String
    public let value: Double

    public init(name: String, value: Double) {
        self.name = name
        self.value = value
    }
}
