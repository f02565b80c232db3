/// How a process ended.
enum ExitStatus: Equatable, Sendable {
    case exited(Int32)
    case signalled(Int32, cause: Cause? = nil)
    /// Its keeper ended before it, by somebody else's hand, and could not tell.
    case unknown

    /// What may have made the system kill a process; the numbers are the host's.
    enum Cause: Int32, Sendable {
        case memory = 1
        case processorTime = 2
    }

    init(waitStatus: Int32, cause: Int32 = 0) {
        let signal = waitStatus & 0x7f
        self = signal == 0 ? .exited(waitStatus >> 8 & 0xff) : .signalled(signal, cause: Cause(rawValue: cause))
    }
}
