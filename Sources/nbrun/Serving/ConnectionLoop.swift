import Foundation
import Sessions

/// Serves all connections of a listener in one thread, none of which can hold up another.
///
/// Some hundred lines, where a server library would add minutes to the first build.
struct ConnectionLoop {
    /// How many connections there may be; for a newer one the oldest goes, and rather one that waits for no events.
    static let most = 64

    private let listener: Int32
    /// Readable when there are events to send.
    private let wake: Int32
    private var connections: [(descriptor: Int32, state: ServerConnection)] = []
    /// Until when nobody is let in, since no descriptor is to be had.
    private var closedUntil: ContinuousClock.Instant?

    /// What to answer; nil for a page that is to be told events.
    private let answer: (HTTPRequest) -> HTTPResponse?
    /// The events that have come up since it was asked last.
    private let events: () -> [[UInt8]]
    /// What a page that begins to listen is told.
    private let news: () -> [[UInt8]]

    init(
        listener: Int32, wake: Int32, answer: @escaping (HTTPRequest) -> HTTPResponse?,
        events: @escaping () -> [[UInt8]], news: @escaping () -> [[UInt8]]
    ) {
        (self.listener, self.wake) = (listener, wake)
        (self.answer, self.events, self.news) = (answer, events, news)
    }

    mutating func run() -> Never {
        while true {
            var polls = [
                pollfd(fd: closedUntil == nil ? listener : -1, events: Int16(POLLIN), revents: 0),
                pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
            ]
            polls += connections.map { pollfd(fd: $0.descriptor, events: Self.events(awaitedBy: $0.state), revents: 0) }
            poll(&polls, nfds_t(polls.count), milliseconds(at: .now))
            let now = ContinuousClock.now
            if let until = closedUntil, until <= now { closedUntil = nil }
            for (index, poll) in polls.dropFirst(2).enumerated() where poll.revents != 0 {
                serve(index, poll.revents, at: now)
            }
            if polls[1].revents != 0 { tell(at: now) }
            if polls[0].revents != 0 { accept(at: now) }
            close { $0.isOver(at: now) }
        }
    }

    /// Whoever is being answered may have said that nothing more comes.
    private static func events(awaitedBy state: ServerConnection) -> Int16 {
        Int16((state.isAnswered ? 0 : POLLIN) | (state.outbox.isEmpty ? 0 : POLLOUT))
    }

    /// Until the next deadline; -1 where there is none.
    private func milliseconds(at now: ContinuousClock.Instant) -> Int32 {
        let next = (connections.compactMap(\.state.deadline) + [closedUntil].compactMap { $0 }).min()
        guard let next else { return -1 }
        return Int32(clamping: Int(max(.zero, now.duration(to: next)) / .milliseconds(1)) + 1)
    }

    private mutating func accept(at now: ContinuousClock.Instant) {
        // Those that are there have their turn before any more are let in.
        for _ in 0..<Self.most {
            let descriptor = accepted()
            guard descriptor >= 0 else {
                if errno == EINTR || errno == ECONNABORTED { continue }
                // Without a pause, what waits and cannot be let in would keep the thread busy.
                if errno != EAGAIN { closedUntil = now + .milliseconds(100) }
                return
            }
            makeNonblocking(descriptor)
            if connections.count == Self.most {
                let oldest = connections.firstIndex { !$0.state.isListening } ?? 0
                Foundation.close(connections.remove(at: oldest).descriptor)
            }
            connections.append((descriptor, ServerConnection(at: now)))
        }
    }

    private func accepted() -> Int32 {
        DescriptorPair.whileNoneIsMade {
            let descriptor = Foundation.accept(listener, nil, nil)
            if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
            return descriptor
        }
    }

    private mutating func serve(_ index: Int, _ events: Int16, at now: ContinuousClock.Instant) {
        if events & Int16(POLLIN | POLLHUP | POLLERR) != 0 { receive(index, at: now) }
        if !connections[index].state.outbox.isEmpty { send(index, at: now) }
    }

    private mutating func receive(_ index: Int, at now: ContinuousClock.Instant) {
        var chunk = [UInt8](repeating: 0, count: 4096)
        let count = recv(connections[index].descriptor, &chunk, chunk.count, 0)
        guard count > 0 else {
            if count == 0 || (errno != EAGAIN && errno != EINTR) { connections[index].state.end() }
            return
        }
        switch connections[index].state.take(chunk[..<count]) {
        case .incomplete: break
        case .malformed: connections[index].state.answer(HTTPResponse.malformed.bytes(), at: now)
        case .request(let request):
            if let response = answer(request) {
                connections[index].state.answer(response.bytes(hasBody: request.method != "HEAD"), at: now)
            } else {
                connections[index].state.listen(HTTPResponse.events.bytes(), at: now)
                for event in news() { connections[index].state.post(event, at: now) }
            }
        }
    }

    private mutating func send(_ index: Int, at now: ContinuousClock.Instant) {
        let (descriptor, outbox) = (connections[index].descriptor, connections[index].state.outbox)
        let count = outbox.withUnsafeBytes {
            Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if count > 0 {
            connections[index].state.sent(count, at: now)
        } else if errno != EAGAIN && errno != EINTR {
            connections[index].state.end()
        }
    }

    private mutating func tell(at now: ContinuousClock.Instant) {
        _ = readAvailable(wake)
        for event in events() {
            for index in connections.indices { connections[index].state.post(event, at: now) }
        }
    }

    private mutating func close(where isOver: (ServerConnection) -> Bool) {
        for connection in connections where isOver(connection.state) { Foundation.close(connection.descriptor) }
        connections.removeAll { isOver($0.state) }
    }
}
