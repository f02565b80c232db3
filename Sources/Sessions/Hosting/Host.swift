import Display
import Glibc

/// The process in which cells live, seen from the runner.
final class Host {
    private let process: ChildProcess
    private let installation: Installation
    private let control: Int32
    private let events: Int32
    private let streams: [(stream: StandardStream, descriptor: Int32)]
    private let key = SessionKey()
    private var messages: ControlLines
    private var frames: EventFrameReader
    /// When the last bytes of a frame came.
    private var lastProgress = ContinuousClock.now
    /// What the cell that runs has written to.
    private var disturbed: Set<Channel> = []
    private var exitStatus: ExitStatus?
    /// A cell has destroyed the control line: nothing is told any more, but the program may go on.
    private(set) var isLineLost = false
    /// The copies whose end was told; the system may use their numbers again.
    private var ended: Set<Int32> = []
    /// Those that may live.
    private var started: Set<Int32> = []

    /// Something that came from the process.
    enum Incoming: Equatable {
        case text(StandardStream, [UInt8])
        /// What was printed before it has been given before it.
        case event(Event, byteCount: Int)
        case message(HostMessage)
        /// A cell wrote to a descriptor of the runner's.
        case disturbance(Channel)
        /// The process, and with it the session, is gone.
        case gone(ExitStatus)
    }

    /// What the process tells the runner goes over these.
    enum Channel {
        case control, events
    }

    /// What a pipe can hold. Reading so much is enough to read all that was printed before, and a writer that is faster
    /// than the reader cannot keep it from everything else.
    private static let pipeCapacity = 1 << 20

    /// A frame is written in one go. One that does not go on for so long was begun by a cell.
    private static let longestPause = Duration.seconds(10)

    /// Starts the process; it is ready for cells when it says so.
    ///
    /// - Parameters:
    ///   - journal: the folder that holds what stood where cells write.
    ///   - folder: where cells run; nil for the folder that nbrun itself runs in.
    /// - Throws: `SessionError.cannotStart`.
    init(installation: Installation, journal: String, folder: String?) throws(SessionError) {
        self.installation = installation
        let (control, events) = (DescriptorPair.socket(), DescriptorPair.socket())
        let (output, errors) = (DescriptorPair.pipe(), DescriptorPair.pipe())
        let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { [control.second, events.second, output.second, errors.second, input].forEach { close($0) } }
        let arguments = [installation.prelude, journal] + (folder.map { [$0] } ?? [])
        CommandTrace.tell(installation.host, arguments)
        process = try ChildProcess(
            installation.host, arguments,
            descriptors: [input, output.second, errors.second, control.second, events.second])
        self.control = control.first
        self.events = events.first
        messages = ControlLines(key: key.text)
        frames = EventFrameReader(key: key.number)
        streams = [(.output, output.first), (.error, errors.first)]
        for descriptor in [control.first, events.first, output.first, errors.first] { makeNonblocking(descriptor) }
        writeAll(Array("key \(key.text)\n".utf8), to: self.control)
    }

    deinit {
        process.end()
        _ = finalStatus()
        for descriptor in [control, events] + streams.map(\.descriptor) { close(descriptor) }
    }

    /// The process that the session began with; 0 before it is ready.
    private(set) var firstProcess: Int32 = 0

    /// Waits until the Prelude is loaded.
    ///
    /// - Throws: `SessionError.missingLibraries`, or `SessionError.hostDidNotStart`.
    func awaitReadiness() throws(SessionError) {
        var (waits, waitsInterrupted) = (0, 0)
        while true {
            let all = receive(until: .now + Self.oneWait, interruption: nil)
            waits += 1
            if Interruption.hasCome { waitsInterrupted += 1 }
            if waitsInterrupted >= Self.waitsForDead { throw .interruptedAtStart }
            if waits >= Self.waitsForStart { throw .hostDidNotStart(message: "it said nothing for a minute") }
            for incoming in all {
                switch incoming {
                case .message(.ready(let process)):
                    firstProcess = process
                    return
                case .message(.unloadable(let message)):
                    let missing = SystemLibraries(of: installation.prelude).missing
                    throw missing.isEmpty ? .hostDidNotStart(message: message) : .missingLibraries(missing)
                case .gone(let status): throw .hostDidNotStart(message: "it ended at once (\(status))")
                default: break
                }
            }
        }
    }

    /// Waits until a copy that was ended is gone, and the session is in the state before it.
    ///
    /// - Returns: false if the session is gone, or does not answer, and was ended.
    func awaitEnd(of process: Int32) -> Bool {
        if ended.contains(process) { return true }
        return wait(for: process) { if case .message(.ended(process, _)) = $0 { true } else { false } }
    }

    /// Gives up the state that a process keeps, and its memory; the copies of it that live on are not touched.
    ///
    /// - Returns: false if the session is gone, or does not answer, and was ended.
    func drop(_ process: Int32) -> Bool {
        guard !ended.contains(process) else { return true }
        kill(process, SIGURG)
        return wait(for: process) { $0 == .message(.dropped(process: process)) }
    }

    /// Waits until a message has come of the end of a process, or none can.
    private func wait(for process: Int32, until isAwaited: (Incoming) -> Bool) -> Bool {
        var waits = 0
        while true {
            let all = receive(until: .now + Self.oneWait, interruption: nil)
            for incoming in all {
                if case .gone = incoming { return false }
                if isAwaited(incoming) { return true }
            }
            if all.isEmpty { waits += 1 }
            urge(process, after: waits)
        }
    }

    private static let oneWait = Duration.milliseconds(100)
    private static let waitsForStart = 600
    private static let waitsForStopped = 5
    private static let waitsForDead = 10
    private static let waitsForDying = 100

    /// What is done where the end of a process is awaited and not told, after so many waits of 100 ms: it needs time if it
    /// has much memory; if it is gone, the one that should tell of it may be stopped, or cannot.
    ///
    /// - Parameter process: nil for all of them.
    func urge(_ process: Int32?, after waits: Int) {
        if waits >= Self.waitsForStopped {
            for process in [firstProcess] + started where process > 0 { kill(process, SIGCONT) }
        }
        let isDying = process.map { ProcessState(of: $0)?.hasEnded == false } ?? false
        if waits >= (isDying ? Self.waitsForDying : Self.waitsForDead) { end(nil) }
    }

    /// Asks for a cell; with a snapshot it runs in a copy of the process, and this state is kept.
    ///
    /// - Parameter process: the one that holds the newest state. Another one runs nothing, and says so.
    func run(_ cell: CompiledCell, inSnapshot: Bool, in process: Int32) {
        disturbed = []
        frames = EventFrameReader(key: key.number)
        writeAll(
            Array("run \(inSnapshot ? 1 : 0) \(process) \(cell.module.entryPoint) \(cell.library)\n".utf8), to: control)
    }

    /// Whether both lines have both of their ways; those that live share them with a copy that has destroyed one.
    var isReachable: Bool {
        [control, events].allSatisfy { line in
            var state = pollfd(fd: line, events: Self.hangup, revents: 0)
            poll(&state, 1, 0)
            return state.revents & (Self.hangup | Int16(POLLHUP)) == 0
                && send(line, "", 0, Int32(MSG_NOSIGNAL)) == 0
        }
    }

    /// `POLLRDHUP`, which Swift does not import.
    private static let hangup: Int16 = 0x2000

    /// Ends one process of the session, such as a copy that runs a cell.
    ///
    /// - Parameter copy: nil for all of them.
    func end(_ copy: Int32?) {
        if let copy, ended.contains(copy) { return }
        if let copy, !isLineLost { kill(copy, SIGKILL) } else { process.end() }
    }

    /// Waits until something comes, in the order in which it was sent, or until the deadline.
    ///
    /// - Parameter interruption: a descriptor that becomes readable when a person interrupts.
    /// - Returns: empty after the deadline and after an interruption.
    func receive(until deadline: ContinuousClock.Instant?, interruption: Int32?) -> [Incoming] {
        let lines = [process.descriptor, events] + (isLineLost ? [] : [control])
        let descriptors = streams.map(\.descriptor) + lines + (interruption.map { [$0] } ?? [])
        var polls = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        poll(&polls, nfds_t(polls.count), deadline.map { $0.millisecondsFromNow } ?? -1)
        var incoming = readStreams()
        incoming += readEvents()
        incoming += readControl()
        if process.isEnding || polls[streams.count].revents != 0 {
            incoming += readStreams() + [.gone(finalStatus())]
        }
        if !frames.isBetweenFrames, lastProgress.duration(to: .now) > Self.longestPause {
            incoming += disturbance(of: .events)
        }
        return incoming
    }

    private func readStreams() -> [Incoming] {
        streams.compactMap { stream, descriptor in
            guard let bytes = readAvailable(descriptor, atMost: Self.pipeCapacity), !bytes.isEmpty else { return nil }
            return .text(stream, bytes)
        }
    }

    private func readEvents() -> [Incoming] {
        guard let bytes = readAvailable(events, atMost: Self.pipeCapacity), !bytes.isEmpty,
            !disturbed.contains(.events)
        else { return [] }
        lastProgress = .now
        frames.append(bytes)
        var incoming: [Incoming] = []
        do {
            while let (event, byteCount) = try frames.next() {
                // The sender waits for the answer, so what can be read now was printed before the event.
                incoming += readStreams()
                incoming.append(.event(event, byteCount: byteCount))
                if event.isAcknowledged { writeAll([0], to: events) }
            }
        } catch {
            incoming += disturbance(of: .events)
        }
        return incoming
    }

    private func readControl() -> [Incoming] {
        let bytes = readAvailable(control, atMost: Self.pipeCapacity)
        isLineLost = isLineLost || bytes == nil
        messages.append(bytes ?? [])
        var incoming: [Incoming] = []
        while let line = messages.next() {
            guard case .message(let message) = line else {
                incoming += disturbance(of: .control)
                continue
            }
            // Everything was flushed before the line was written.
            incoming += readStreams() + readEvents()
            note(message)
            if message == .finished, !frames.isBetweenFrames { incoming += disturbance(of: .events) }
            incoming.append(.message(message))
        }
        return incoming
    }

    private func note(_ message: HostMessage) {
        switch message {
        case .started(let process, _):
            ended.remove(process)
            started.insert(process)
        case .ended(let process, _), .dropped(let process):
            ended.insert(process)
            started.remove(process)
        default: break
        }
    }

    /// Tells once in a cell's run of a channel that it wrote to. Lines of the process are found again behind what it wrote;
    /// events are not.
    private func disturbance(of channel: Channel) -> [Incoming] {
        if channel == .events { frames = EventFrameReader(key: key.number) }
        return disturbed.insert(channel).inserted ? [.disturbance(channel)] : []
    }

    private func finalStatus() -> ExitStatus {
        let status = exitStatus ?? process.wait()
        exitStatus = status
        return status
    }
}

extension ContinuousClock.Instant {
    /// Rounded up, so that a deadline has passed when the wait for it is over.
    fileprivate var millisecondsFromNow: Int32 {
        let (seconds, attoseconds) = ContinuousClock.now.duration(to: self).components
        return Int32(clamping: max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1))
    }
}
