import Chapters
import Display

/// How a chapter is to be run.
public struct RunOptions {
    /// After a failed cell go on with the rest.
    public var keepGoing = false
    /// Seconds for each cell that does not set its own.
    public var timeout: Double?
    /// What the command line set.
    public var parameters: [ParameterSetting] = []
    /// Keep the state before each cell, for a later run of an edited chapter.
    public var keepsSnapshots = false
    /// Bytes that the states kept may take together, the oldest being given up first; nil for no limit.
    public var memoryLimit: Int?
    /// The chapter as it is saved now, if that can be read; asked a few times a second. A run whose cells it no longer has
    /// is ended.
    public var savedChapter: (() -> Chapter?)?
    /// A descriptor that becomes readable when a person interrupts.
    public var interruption: Int32?

    public init() {}
}

/// A parameter of the parameters cell with another value.
public struct ParameterSetting: Equatable, Sendable {
    public let injected: InjectedParameter
    let edit: SourceEdit

    public init(injected: InjectedParameter, edit: SourceEdit) {
        self.injected = injected
        self.edit = edit
    }
}

/// What is told while a chapter runs.
public enum RunNotice: Sendable {
    case started(Cell)
    /// The cell's compiled form is there, or the compiler's refusal.
    case compiled(Cell, CompilationOrigin)
    case event(Cell, Event)
    /// The cell has printed something, in its place among the events.
    case printed(Cell, StandardStream, [UInt8])
    /// The cell has been running for so many seconds; told a few times a second.
    case running(Cell, seconds: Double)
    case finished(Cell, CellRecord)
    /// The cell ran in an earlier run of the session, and this one begins behind it.
    case kept(Cell, CellRecord)
    /// These cells ran already and are the same, but no state behind them could be kept: they run once more.
    case goingFurtherBack([Cell], SnapshotObstacle, of: Cell)
    /// The state before a cell was lost: these cells run once more.
    case runningAgain([Cell], before: Cell, StateLoss)
}
