import Glibc
import Synchronization

/// The way from the process in which cells live to the runner.
///
/// Events travel in frames (`EventFrame`). A display waits for one byte in return: the runner sends it when it has read all
/// that was printed before, so that prints and displays keep their order.
final class EventChannel: Sendable {
    static let shared = EventChannel()

    private let state = Mutex(State())

    private struct State {
        var runner: (descriptor: Int32, key: UInt64)?
        var lastIdentifier = 0
    }

    /// From now on events go to a runner.
    ///
    /// - Parameter key: what marks the session's events.
    func connect(to descriptor: Int32, key: UInt64) {
        state.withLock { $0.runner = (descriptor, key) }
    }

    func nextIdentifier() -> Int {
        state.withLock {
            $0.lastIdentifier += 1
            return $0.lastIdentifier
        }
    }

    /// Sends an event; without a runner, what is to be shown is printed.
    func send(_ event: Event) {
        fflush(nil)
        let wasSent = state.withLock { state in
            guard let (descriptor, key) = state.runner else { return false }
            sendAll(EventFrame.bytes(around: event.encodedToFit, key: key), to: descriptor)
            if event.isAcknowledged { awaitAcknowledgement(from: descriptor) }
            return true
        }
        if !wasSent { event.printPlainText() }
    }
}

extension Event {
    /// Whether the sender waits until the runner has put the event in its place.
    public var isAcknowledged: Bool {
        switch self {
        case .progress, .restored, .warning: false
        case .display, .update, .stop: true
        }
    }

    fileprivate func printPlainText() {
        switch self {
        case .display(_, let output), .update(_, let output): print(output.plainText)
        case .progress, .restored: break
        case .warning(let message): writeAll(Array("warning: \(message)\n".utf8), to: STDERR_FILENO)
        case .stop(.misuse(let message)): writeAll(Array("\(message)\n".utf8), to: STDERR_FILENO)
        case .stop(.thrown(_, let description)): writeAll(Array("\(description)\n".utf8), to: STDERR_FILENO)
        }
    }
}

/// Of a process that ended because a cell destroyed a line to the runner, or the runner is gone; the host's is the same.
private let statusOfLostLine: Int32 = 72

/// Sends every byte to the runner.
private func sendAll(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        if count < 0, mayTryAgain(descriptor, POLLOUT) { continue }
        guard count > 0 else { _exit(statusOfLostLine) }
        rest = rest.dropFirst(count)
    }
}

/// Whether a call was only interrupted, or refused to wait as a cell may have wished; then it has waited.
private func mayTryAgain(_ descriptor: Int32, _ event: Int32) -> Bool {
    guard errno == EAGAIN else { return errno == EINTR }
    var state = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    poll(&state, 1, -1)
    return true
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
    }
}

private func awaitAcknowledgement(from descriptor: Int32) {
    var byte: UInt8 = 0
    while true {
        let count = read(descriptor, &byte, 1)
        if count < 0, mayTryAgain(descriptor, POLLIN) { continue }
        guard count == 1 else { _exit(statusOfLostLine) }
        return
    }
}
