/// A browser's connection: what came over it, what is to be sent, and until when. It reads and writes nothing by itself.
///
/// 1. The head of a request has 5 seconds in all and 16 KiB, however it is dripped.
/// 2. What is sent may be read slowly, but not stand still for 10 seconds.
/// 3. A page that waits for events is sent at most 64 KiB that it does not read; then it is let go, and asks anew when it
///    wakes up.
struct ServerConnection {
    private enum Phase { case receiving, sending, listening, over }

    /// What the bytes that came make up.
    enum Arrival: Equatable {
        case incomplete, malformed
        case request(HTTPRequest)
    }

    static let largestHead = 16 << 10
    static let longestQueue = 64 << 10
    static let patienceForHead = Duration.seconds(5)
    static let patienceForReader = Duration.seconds(10)

    private var phase = Phase.receiving
    private var head: [UInt8] = []
    private(set) var outbox: ArraySlice<UInt8> = []
    /// Nil while nothing is waited for but events.
    private(set) var deadline: ContinuousClock.Instant?

    init(at now: ContinuousClock.Instant) { deadline = now + Self.patienceForHead }

    var isListening: Bool { phase == .listening }
    var isAnswered: Bool { phase == .sending }

    /// Whether it is to be closed.
    func isOver(at now: ContinuousClock.Instant) -> Bool {
        phase == .over || (deadline.map { $0 <= now } ?? false)
    }

    /// Takes bytes that came; what comes behind a request is ignored.
    mutating func take(_ bytes: some Collection<UInt8>) -> Arrival {
        guard phase == .receiving else { return .incomplete }
        head += bytes
        let text = String(decoding: head, as: UTF8.self)
        if let end = text.range(of: "\r\n\r\n") {
            return HTTPRequest(head: String(text[..<end.lowerBound])).map(Arrival.request) ?? .malformed
        }
        return head.count < Self.largestHead ? .incomplete : .malformed
    }

    /// Sends an answer, after which the connection is closed.
    mutating func answer(_ bytes: [UInt8], at now: ContinuousClock.Instant) {
        phase = .sending
        queue(bytes, at: now)
    }

    /// Sends the head of a stream; from then on, events.
    mutating func listen(_ bytes: [UInt8], at now: ContinuousClock.Instant) {
        phase = .listening
        queue(bytes, at: now)
    }

    /// Sends an event to a page that waits for some.
    mutating func post(_ event: [UInt8], at now: ContinuousClock.Instant) {
        guard phase == .listening else { return }
        if outbox.count + event.count > Self.longestQueue { return end() }
        queue(event, at: now)
    }

    /// Takes note that so many bytes of the outbox were sent.
    mutating func sent(_ count: Int, at now: ContinuousClock.Instant) {
        outbox = outbox.dropFirst(count)
        guard outbox.isEmpty else { return deadline = now + Self.patienceForReader }
        deadline = nil
        if phase == .sending { end() }
    }

    /// The other side is gone.
    mutating func end() { phase = .over }

    private mutating func queue(_ bytes: [UInt8], at now: ContinuousClock.Instant) {
        if outbox.isEmpty { deadline = now + Self.patienceForReader }
        outbox = outbox + bytes
    }
}
