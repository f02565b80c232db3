import Display
import Glibc

/// The process in which cells live, seen from the runner.
final class Host {
    private let process: ChildProcess
    private let control: Int32
    private let events: Int32
    private let streams: [(stream: StandardStream, descriptor: Int32)]
    private var controlBytes: [UInt8] = []
    private var eventBytes: [UInt8] = []
    private var exitStatus: ExitStatus?

    /// Something that came from the process.
    enum Incoming: Equatable {
        case text(StandardStream, [UInt8])
        /// What was printed before it has been given before it.
        case event(Event)
        case message(HostMessage)
        /// The process, and with it the session, is gone.
        case gone(ExitStatus)
    }

    /// Starts the process; it is ready for cells when it says so.
    ///
    /// - Throws: `SessionError.cannotStart`.
    init(installation: Installation) throws(SessionError) {
        let (control, events) = (DescriptorPair.socket(), DescriptorPair.socket())
        let (output, errors) = (DescriptorPair.pipe(), DescriptorPair.pipe())
        let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { [control.second, events.second, output.second, errors.second, input].forEach { close($0) } }
        process = try ChildProcess(
            installation.host, [installation.prelude],
            descriptors: [input, output.second, errors.second, control.second, events.second])
        self.control = control.first
        self.events = events.first
        streams = [(.output, output.first), (.error, errors.first)]
        for descriptor in [control.first, events.first, output.first, errors.first] { makeNonblocking(descriptor) }
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
    /// - Throws: `SessionError.hostDidNotStart`.
    func awaitReadiness() throws(SessionError) {
        while true {
            for incoming in receive(until: nil, interruption: nil) {
                switch incoming {
                case .message(.ready(let process)):
                    firstProcess = process
                    return
                case .message(.unloadable(let message)): throw .hostDidNotStart(message: message)
                case .gone(let status): throw .hostDidNotStart(message: "it ended at once (\(status))")
                default: break
                }
            }
        }
    }

    /// Waits until a copy that was ended is gone, and the session is in the state before it.
    func awaitEnd(of process: Int32) {
        wait { if case .message(.ended(process, _)) = $0 { true } else { false } }
    }

    /// Gives up the state that a process keeps, and its memory; the copies of it that live on are not touched.
    func drop(_ process: Int32) {
        kill(process, SIGURG)
        wait { $0 == .message(.dropped(process: process)) }
    }

    /// Waits until a message has come, or none can.
    private func wait(until isAwaited: (Incoming) -> Bool) {
        while true {
            for incoming in receive(until: nil, interruption: nil) {
                if case .gone = incoming { return }
                if isAwaited(incoming) { return }
            }
        }
    }

    /// Asks for a cell; with a snapshot it runs in a copy of the process, and this state is kept.
    func run(_ cell: CompiledCell, inSnapshot: Bool) {
        writeAll(Array("run \(inSnapshot ? 1 : 0) \(cell.library) \(cell.module.entryPoint)\n".utf8), to: control)
    }

    /// Ends one process of the session, such as a copy that runs a cell.
    ///
    /// - Parameter copy: nil for all of them.
    func end(_ copy: Int32?) {
        if let copy { kill(copy, SIGKILL) } else { process.end() }
    }

    /// Waits until something comes, in the order in which it was sent, or until the deadline.
    ///
    /// - Parameter interruption: a descriptor that becomes readable when a person interrupts.
    /// - Returns: empty after the deadline and after an interruption.
    func receive(until deadline: ContinuousClock.Instant?, interruption: Int32?) -> [Incoming] {
        let descriptors = streams.map(\.descriptor) + [events, control] + (interruption.map { [$0] } ?? [])
        var polls = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        poll(&polls, nfds_t(polls.count), deadline.map { $0.millisecondsFromNow } ?? -1)
        var incoming = readStreams()
        incoming += readEvents()
        incoming += readControl()
        return incoming
    }

    private func readStreams() -> [Incoming] {
        streams.compactMap { stream, descriptor in
            guard let bytes = readAvailable(descriptor), !bytes.isEmpty else { return nil }
            return .text(stream, bytes)
        }
    }

    private func readEvents() -> [Incoming] {
        eventBytes += readAvailable(events) ?? []
        var incoming: [Incoming] = []
        while let frame = takeFrame() {
            guard let event = Event(decoding: frame) else { continue }
            // The sender waits for the answer, so what can be read now was printed before the event.
            incoming += readStreams()
            incoming.append(.event(event))
            if event.isAcknowledged { writeAll([0], to: events) }
        }
        return incoming
    }

    private func takeFrame() -> [UInt8]? {
        guard eventBytes.count >= 4 else { return nil }
        let count = eventBytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        guard eventBytes.count >= 4 + count else { return nil }
        defer { eventBytes.removeFirst(4 + count) }
        return Array(eventBytes[4..<4 + count])
    }

    private func readControl() -> [Incoming] {
        let bytes = readAvailable(control)
        controlBytes += bytes ?? []
        var incoming: [Incoming] = []
        while let end = controlBytes.firstIndex(of: UInt8(ascii: "\n")) {
            let line = String(decoding: controlBytes[..<end], as: UTF8.self)
            controlBytes.removeFirst(end + 1)
            guard let message = HostMessage(line) else { continue }
            // Everything was flushed before the line was written.
            incoming += readStreams() + readEvents()
            incoming.append(.message(message))
        }
        if bytes == nil { incoming += readStreams() + [.gone(finalStatus())] }
        return incoming
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
