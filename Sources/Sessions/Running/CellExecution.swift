import Chapters
import Display

/// The run of one compiled cell, from the request to the host until the cell has ended in whatever way.
struct CellExecution {
    let host: Host
    let cell: CompiledCell
    let inSnapshot: Bool
    let deadline: ContinuousClock.Instant?
    let interruption: Int32?
    /// Told while the cell runs.
    let notice: (Event) -> Void
    /// Called a few times a second while the cell runs.
    let beat: () -> Void
    /// Whether going on is in vain.
    let isInVain: () -> Bool

    private static let beatInterval = Duration.milliseconds(250)

    /// What came of it.
    struct Result {
        var collector = OutputCollector()
        var end: End = .finished
        /// Where the cell was when it stopped, the innermost call first.
        var frames: [UInt] = []
        /// Where the cell's library was loaded, and in which process.
        var base: UInt?
        var process: Int32?
        var stopReason: StopReason?
        var stackOverflowed = false
        /// What did not have to be computed.
        var restored: [Restoration] = []
        /// The session's process is gone, and with it the state.
        var sessionIsOver = false
    }

    /// How a cell ended.
    enum End: Equatable {
        case finished
        case notLoaded(String)
        case ended(ExitStatus)
        case timedOut
        case interrupted
    }

    func run() -> Result {
        var result = Result()
        var forcedEnd: End?
        host.run(cell, inSnapshot: inSnapshot)
        while true {
            let incoming = receive(isEnding: forcedEnd != nil)
            beat()
            for item in incoming {
                switch item {
                case .text(let stream, let bytes):
                    result.collector.append(bytes, from: stream)
                case .event(let event):
                    result.take(event)
                    notice(event)
                case .message(.started(let identifier, let base)):
                    result.process = identifier
                    result.base = base
                case .message(.frames(let frames)):
                    result.frames = frames
                case .message(.finished):
                    return result
                case .message(.unloadable(let message)):
                    result.end = .notLoaded(message)
                    return result
                case .message(.ended(_, let status)):
                    result.end = forcedEnd ?? .ended(status)
                    return result
                case .message(.overflowed):
                    result.stackOverflowed = true
                case .message(.ready), .message(.dropped):
                    break
                case .gone(let status):
                    result.end = forcedEnd ?? .ended(status)
                    result.sessionIsOver = true
                    return result
                }
            }
            if forcedEnd == nil, let end = reasonToEnd() {
                forcedEnd = end
                host.end(result.process)
            }
        }
    }

    /// Waits for what comes, but not longer than a beat.
    private func receive(isEnding: Bool) -> [Host.Incoming] {
        let nextBeat = ContinuousClock.now + Self.beatInterval
        let limit = isEnding ? nextBeat : min(deadline ?? nextBeat, nextBeat)
        return host.receive(until: limit, interruption: isEnding ? nil : interruption)
    }

    private func reasonToEnd() -> End? {
        if isInVain() { return .interrupted }
        if let deadline, ContinuousClock.now >= deadline { return .timedOut }
        return nil
    }
}

extension CellExecution.Result {
    mutating func take(_ event: Event) {
        switch event {
        case .display(let identifier, let output): collector.display(output, identifier: identifier)
        case .update(let identifier, let output): collector.update(output, identifier: identifier)
        case .progress, .warning: break
        case .restored(let restoration): restored.append(restoration)
        case .stop(let reason): stopReason = reason
        }
    }
}
