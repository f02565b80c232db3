/// A line that the session's process writes to the control descriptor.
enum HostMessage: Equatable {
    /// The process that the session begins with.
    case ready(process: Int32)
    case started(process: Int32, base: UInt)
    case finished
    case unloadable(String)
    /// Where a cell that cannot go on was, the innermost call first.
    case frames([UInt])
    /// The stack was at its end when the cell stopped.
    case overflowed
    /// A process that kept a state is gone, as it was told.
    case dropped(process: Int32)
    /// A process ended; the session is in the state before its first cell.
    case ended(process: Int32, ExitStatus)

    init?(_ line: String) {
        let words = line.split(separator: " ").map(String.init)
        switch (words.first, words.dropFirst().first, words.dropFirst(2).first) {
        case ("overflowed", _, _): self = .overflowed
        case ("finished", _, _): self = .finished
        case ("unloadable", _, _): self = .unloadable(String(line.dropFirst("unloadable ".count)))
        case ("frames", _, _): self = .frames(words.dropFirst().compactMap { UInt($0, radix: 16) })
        case ("ready", let process?, nil), ("dropped", let process?, nil):
            guard let process = Int32(process) else { return nil }
            self = words[0] == "ready" ? .ready(process: process) : .dropped(process: process)
        case ("started", let process?, let base?):
            guard let process = Int32(process), process > 0, let base = UInt(base, radix: 16) else { return nil }
            self = .started(process: process, base: base)
        case ("ended", let process?, let status?):
            guard let process = Int32(process), process > 0, let status = Int32(status) else { return nil }
            self = .ended(process: process, ExitStatus(waitStatus: status))
        default: return nil
        }
    }
}
