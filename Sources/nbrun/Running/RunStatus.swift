import ArgumentParser
import Chapters

/// What the exit status of nbrun says; of several chapters the gravest counts.
enum RunStatus: Int32, Comparable {
    case succeeded = 0
    case cellFailed = 1
    case wrongUsage = 64
    case noChapter = 66
    case cannotWrite = 73
    case timedOut = 124
    case interrupted = 130
    case sessionDied = 138

    init(of record: RunRecord, expectsError: (Int) -> Bool) {
        self =
            record.cells.enumerated().map { index, cell in
                RunStatus(of: cell, expectsError: expectsError(index))
            }.max() ?? .succeeded
    }

    private init(of cell: CellRecord, expectsError: Bool) {
        switch (cell.status, cell.failure?.kind) {
        case (.interrupted, _): self = .interrupted
        case (_, .stateLost): self = .cellFailed
        case (_, .tools): self = .sessionDied
        case (_, .noRoom): self = .cannotWrite
        case _ where expectsError: self = .succeeded
        case (.timedOut, _): self = .timedOut
        case (.failed, .died): self = .sessionDied
        case (.failed, _): self = .cellFailed
        default: self = .succeeded
        }
    }

    static func < (left: RunStatus, right: RunStatus) -> Bool {
        left.rawValue < right.rawValue
    }
}
