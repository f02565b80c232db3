import Display

/// What happened when a chapter was run: inert data, from which (with the chapter) a report is woven.
public struct RunRecord: Equatable, Sendable {
    /// One record a cell, in the chapter's order.
    public var cells: [CellRecord]
    /// What the command line set, in the order of the parameters cell.
    public var parameters: [InjectedParameter]

    public init(cells: [CellRecord], parameters: [InjectedParameter] = []) {
        self.cells = cells
        self.parameters = parameters
    }
}

/// A parameter that the command line set, as Swift text.
public struct InjectedParameter: Equatable, Sendable {
    public let name: String
    public let value: String
    /// What the chapter says.
    public let original: String

    public init(name: String, value: String, original: String) {
        self.name = name
        self.value = value
        self.original = original
    }
}

/// What one cell gave.
public struct CellRecord: Equatable, Sendable {
    public enum Status: String, Codable, Equatable, Sendable {
        /// It ran to its end.
        case succeeded
        /// It did not compile, or stopped before its end.
        case failed
        /// It was not run because an earlier cell failed.
        case notRun = "not run"
        /// Its options say `eval: false`.
        case notEvaluated = "not evaluated"
        /// A person interrupted it.
        case interrupted
        /// It took longer than it may.
        case timedOut = "timed out"
    }

    public var status: Status
    /// In the order in which they came.
    public var outputs: [Output]
    /// What is left out of them; nil where they are all there.
    public var omission: Omission?
    /// What the compiler said of it; errors and warnings with the chapter's own lines.
    public var diagnostics: [Diagnostic]
    /// Why it stopped before its end.
    public var failure: Failure?
    /// Seconds that it ran; nil if it did not.
    public var duration: Double?
    /// What it did not have to compute, in order.
    public var restored: [Restoration]

    public init(
        status: Status, outputs: [Output] = [], omission: Omission? = nil, diagnostics: [Diagnostic] = [],
        failure: Failure? = nil, duration: Double? = nil, restored: [Restoration] = []
    ) {
        self.status = status
        self.outputs = outputs
        self.omission = omission
        self.diagnostics = diagnostics
        self.failure = failure
        self.duration = duration
        self.restored = restored
    }
}
