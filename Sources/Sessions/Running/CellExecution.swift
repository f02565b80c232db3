import Chapters
import Display

/// The run of one compiled cell, from the request to the host until the cell has ended in whatever way.
struct CellExecution {
    let host: Host
    let cell: CompiledCell
    let inSnapshot: Bool
    /// The process that holds the newest state.
    let newest: Int32
    let deadline: ContinuousClock.Instant?
    let interruption: Int32?
    /// Told while the cell runs.
    let notice: (Event) -> Void
    /// Given what it prints, piece by piece.
    let print: (StandardStream, [UInt8]) -> Void
    /// Called a few times a second while the cell runs.
    let beat: () -> Void
    /// Whether going on is in vain.
    let isInVain: () -> Bool

    private static let beatInterval = Duration.milliseconds(250)
    /// As `Host.urge` counts them.
    private static let oneWait = Duration.milliseconds(100)

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
        /// What the engine computed when the cell stopped.
        var pass: String?
        /// What did not have to be computed.
        var restored: [Restoration] = []
        /// Why the state before the cell was not kept, if it should have been.
        var obstacle: SnapshotObstacle?
        /// The process that ended with the cell, and with it the state of all cells that share it.
        var endedProcess: Int32?
        /// The session's process is gone, and with it the state.
        var sessionIsOver = false
    }

    /// How a cell ended.
    enum End: Equatable {
        case finished
        /// It did not run: the newest state is gone, and that of this process is the newest now.
        case elsewhere(process: Int32)
        case notLoaded(String)
        case ended(ExitStatus)
        case timedOut
        case interrupted
        /// It wrote to a descriptor of the runner's, and was ended.
        case disturbed(Host.Channel)
    }

    func run() -> Result {
        var result = Result()
        var forcedEnd: End?
        var nextBeat = ContinuousClock.now
        var isHeard = false
        var waits = 0
        host.run(cell, inSnapshot: inSnapshot, in: newest)
        while true {
            let incoming = receive(isEnding: forcedEnd != nil)
            for item in incoming {
                switch item {
                case .text(let stream, let bytes):
                    result.collector.append(bytes, from: stream)
                    print(stream, bytes)
                case .event(let event, let byteCount):
                    result.take(event, byteCount)
                    notice(event)
                case .disturbance(let channel):
                    if forcedEnd == nil { forcedEnd = .disturbed(channel) }
                    host.end(result.process)
                case .message(.heard):
                    isHeard = true
                case .message(.elsewhere(let process)):
                    // What came before was said by the process that has ended.
                    result = Result()
                    result.end = .elsewhere(process: process)
                    return result
                case .message(.started(let identifier, let base)):
                    result.process = identifier
                    result.base = base
                case .message(.frames(let frames)):
                    result.frames = frames
                case .message(.finished):
                    // One that was killed meanwhile is gone all the same.
                    if forcedEnd == nil { return result }
                case .message(.unloadable(let message)):
                    result.end = .notLoaded(message)
                    return result
                case .message(.ended(let process, let status)):
                    guard isHeard else { continue }
                    result.end = forcedEnd ?? .ended(status)
                    result.endedProcess = process
                    return result
                case .message(.computing(let pass)):
                    result.pass = pass
                case .message(.unkept(let obstacle)):
                    result.obstacle = obstacle
                case .message(.unrestored(let file)):
                    notice(.warning(file.warning))
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
            if forcedEnd != nil {
                if incoming.isEmpty { waits += 1 }
                host.urge(result.process, after: waits)
            }
            // A cell that gives much leaves no time for either after each piece of it.
            guard incoming.isEmpty || ContinuousClock.now >= nextBeat else { continue }
            nextBeat = .now + Self.beatInterval
            beat()
            if forcedEnd == nil, let end = reasonToEnd() {
                forcedEnd = end
                host.end(result.process)
            }
        }
    }

    /// Waits for what comes, but not longer than a beat.
    private func receive(isEnding: Bool) -> [Host.Incoming] {
        let nextBeat = ContinuousClock.now + (isEnding ? Self.oneWait : Self.beatInterval)
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
    mutating func take(_ event: Event, _ byteCount: Int) {
        switch event {
        case .display(let identifier, let output), .update(let identifier, let output):
            collector.show(output, identifier: identifier, byteCount: byteCount)
        case .progress, .warning: break
        case .restored(let restoration): restored.append(restoration)
        case .stop(let reason): stopReason = reason
        }
    }
}
