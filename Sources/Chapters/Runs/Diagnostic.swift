/// Something to tell about a place in a chapter.
public struct Diagnostic: Equatable, Sendable {
    public enum Severity: String, Equatable, Sendable {
        case error, warning, note
    }

    public let severity: Severity
    public let message: String
    /// Where; nil where no place of the chapter is meant.
    public let location: SourceLocation?
    /// What explains it, such as where the other declaration stands.
    public let notes: [Diagnostic]

    public init(severity: Severity, message: String, location: SourceLocation?, notes: [Diagnostic] = []) {
        self.severity = severity
        self.message = message
        self.location = location
        self.notes = notes
    }
}

/// A place in a chapter, or in a file that one of its cells includes.
public struct SourceLocation: Equatable, Sendable {
    /// The included file's path; nil for the chapter.
    public let file: String?
    /// Counted from one.
    public let line: Int
    /// Counted from one, in characters of the line; nil where only the line is known.
    public let column: Int?
    /// How many characters to underline, at least one.
    public let length: Int

    public init(file: String? = nil, line: Int, column: Int? = nil, length: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
        self.length = length
    }
}

/// Why a cell stopped before its end.
public struct Failure: Equatable, Sendable {
    public enum Kind: String, Equatable, Sendable {
        /// An error was thrown and not caught.
        case thrown
        /// The library was used in a way that cannot work.
        case misuse
        /// The program trapped: an index out of range, an overflow, `fatalError`.
        case trap
        /// The process was ended by a signal that no Swift check gives.
        case died
        /// The cell ended the process itself, by `exit`.
        case exited
        /// The cell was compiled but could not be loaded.
        case notLoaded = "not loaded"
        /// It wrote to a descriptor that is the runner's.
        case disturbance
        /// The state before it was lost, and could not be made again.
        case stateLost = "state lost"
        /// A tool, or its files, failed; no cell is to blame.
        case tools
        /// The same, for want of a place to write to.
        case noRoom = "no room"
        case timeout
        case interrupt

        /// Whether no later cell can be run, whatever the author expects to fail.
        public var endsTheRun: Bool { self == .stateLost || isOfTools }
        public var isOfTools: Bool { self == .tools || self == .noRoom }
    }

    public let kind: Kind
    /// A sentence for the author.
    public let message: String
    /// The innermost line of the chapter that was running.
    public let location: SourceLocation?

    public init(kind: Kind, message: String, location: SourceLocation?) {
        self.kind = kind
        self.message = message
        self.location = location
    }
}
