/// A line that the session's process writes to the control descriptor.
enum HostMessage: Equatable {
    /// The process that the session begins with.
    case ready(process: Int32)
    /// The state before the cell is not kept although that was asked for: the cell shares the process of those before it.
    case unkept(SnapshotObstacle)
    /// The cell is going to be run.
    case heard
    /// It is not: the process that held the newest state has ended by itself, and this one lives.
    case elsewhere(process: Int32)
    case started(process: Int32, base: UInt)
    case finished
    case unloadable(String)
    /// Where a cell that cannot go on was, the innermost call first.
    case frames([UInt])
    /// What the engine computed when the cell stopped: a layer, and which of its passes.
    case computing(String)
    /// Something that an undone cell wrote is not as it was before it.
    case unrestored(UnrestoredFile)
    /// The stack was at its end when the cell stopped.
    case overflowed
    /// A process that kept a state is gone, as it was told.
    case dropped(process: Int32)
    /// A process ended; the session is in the state before its first cell.
    case ended(process: Int32, ExitStatus)

    init?(_ line: String) {
        let words = line.split(separator: " ").map(String.init)
        // Signals are sent to a process that is named here; zero and less would mean others.
        let process = words.dropFirst().first.flatMap { Int32($0) }.flatMap { $0 > 0 ? $0 : nil }
        switch (words.first, process, words.dropFirst(2).first) {
        case ("overflowed", _, _): self = .overflowed
        case ("computing", _, _): self = .computing(String(line.dropFirst("computing ".count)))
        case ("unkept", _, _):
            guard let obstacle = words.dropFirst().first.flatMap(SnapshotObstacle.init) else { return nil }
            self = .unkept(obstacle)
        case ("unrestored", _, _):
            guard let file = UnrestoredFile(line.dropFirst("unrestored ".count)) else { return nil }
            self = .unrestored(file)
        case ("finished", _, _): self = .finished
        case ("heard", _, _): self = .heard
        case ("elsewhere", let process?, nil): self = .elsewhere(process: process)
        case ("unloadable", _, _): self = .unloadable(String(line.dropFirst("unloadable ".count)))
        case ("frames", _, _): self = .frames(words.dropFirst().compactMap { UInt($0, radix: 16) })
        case ("ready", let process?, nil): self = .ready(process: process)
        case ("dropped", let process?, nil): self = .dropped(process: process)
        case ("started", let process?, let base?):
            guard let base = UInt(base, radix: 16) else { return nil }
            self = .started(process: process, base: base)
        case ("ended", let process?, let status?):
            guard let status = Int32(status), let cause = words.dropFirst(3).first.flatMap({ Int32($0) }) else {
                return nil
            }
            self = .ended(process: process, ExitStatus(waitStatus: status, cause: cause))
        default: return nil
        }
    }
}
