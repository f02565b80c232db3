/// Why the state before a cell cannot be kept.
public enum SnapshotObstacle: String, Equatable, Sendable {
    /// A copy of a process has only the thread that asks for it.
    case threads
    // A copy has these together with the process that it is made of: what one does to it is done to the other's.
    case pipe, socket, terminal, counter, watch, lock, sharedMemory, largeFile, other
    // A copy does not have these.
    case children, timer, processNumber
    // The system has no room.
    case memory, processes

    /// Such as in "the state before it was not kept, since …".
    public var reason: String {
        switch self {
        case .threads: "threads that an earlier cell started were still there"
        case .memory: "there was no memory for it"
        case .processes: "the system had no room for another process"
        default: "an earlier cell \(holding ?? "")"
        }
    }

    /// What a cell does that keeps the state behind it from being kept, such as "holds a pipe"; nil where it is not a cell.
    public var holding: String? {
        switch self {
        case .threads: "has threads that go on"
        case .pipe: "holds a pipe"
        case .socket: "holds a socket"
        case .terminal: "holds a terminal"
        case .counter: "holds an event counter"
        case .watch: "watches files"
        case .lock: "holds a file's lock"
        case .sharedMemory: "shares memory"
        case .largeFile: "holds a file of more than 16 MB open for writing"
        case .other: "holds something that a process cannot give to its copy"
        case .children: "has a program that runs"
        case .timer: "has a timer"
        case .processNumber: "asks for the number of its process"
        case .memory, .processes: nil
        }
    }
}

/// How the state of cells that had run was lost.
public enum StateLoss: Equatable, Sendable {
    /// With a cell that failed, before which it could not be kept.
    case failure(SnapshotObstacle?)
    /// Its process ended between two cells.
    case ended
}
