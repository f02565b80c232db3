/// A line that the session's process writes to the control descriptor.
enum HostMessage: Equatable {
    case ready
    case started(process: Int32, base: UInt)
    case finished
    case unloadable(String)
    /// Where a cell that cannot go on was, the innermost call first.
    case frames([UInt])
    /// A process ended; the session is in the state before its first cell.
    case ended(process: Int32, ExitStatus)

    init?(_ line: String) {
        let words = line.split(separator: " ").map(String.init)
        switch (words.first, words.dropFirst().first, words.dropFirst(2).first) {
        case ("ready", _, _): self = .ready
        case ("finished", _, _): self = .finished
        case ("unloadable", _, _): self = .unloadable(String(line.dropFirst("unloadable ".count)))
        case ("frames", _, _): self = .frames(words.dropFirst().compactMap { UInt($0, radix: 16) })
        case ("started", let process?, let base?):
            guard let process = Int32(process), let base = UInt(base, radix: 16) else { return nil }
            self = .started(process: process, base: base)
        case ("ended", let process?, let status?):
            guard let process = Int32(process), let status = Int32(status) else { return nil }
            self = .ended(process: process, ExitStatus(waitStatus: status))
        default: return nil
        }
    }
}
