/// Why the state before a cell cannot be kept.
public enum SnapshotObstacle: String, Equatable, Sendable {
    /// A copy of a process has only the thread that asks for it.
    case threads
    case memory
    case processes

    /// Such as in "the state before it was not kept, since …".
    public var reason: String {
        switch self {
        case .threads: "threads that an earlier cell started were still there"
        case .memory: "there was no memory for it"
        case .processes: "the system had no room for another process"
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
