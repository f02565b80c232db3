/// Events as bytes on their way from the process in which cells live to the runner.
///
/// 1. A frame is the session's key in 8 bytes, the event's length in 4, both little-endian, then the event's bytes.
/// 2. The key is drawn for each session, so bytes that a cell writes to the descriptor itself are noticed at the first of them.
/// 3. No event is longer than `largestEvent`: neither end ever holds more than that for the sake of one.
public enum EventFrame {
    /// Bytes.
    public static let largestEvent = 32 << 20

    static let headCount = 12

    static func bytes(around event: [UInt8], key: UInt64) -> [UInt8] {
        littleEndian(key, count: 8) + littleEndian(UInt64(event.count), count: 4) + event
    }

    fileprivate static func littleEndian(_ number: UInt64, count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}

/// Cuts a stream of frames into events, whatever pieces it comes in.
public struct EventFrameReader {
    /// The bytes are not what the session's own process writes.
    public struct Corruption: Error, Equatable {}

    private let key: [UInt8]
    private var bytes: [UInt8] = []
    /// Where the first frame begins that has not been taken.
    private var start = 0

    public init(key: UInt64) {
        self.key = EventFrame.littleEndian(key, count: 8)
    }

    /// Whether no frame has begun that is not complete.
    public var isBetweenFrames: Bool { start == bytes.count }

    public mutating func append(_ more: [UInt8]) {
        bytes.removeFirst(start)
        start = 0
        bytes += more
    }

    /// Takes the next event, with the number of its bytes; nil where the rest of it has not come yet.
    public mutating func next() throws(Corruption) -> (event: Event, byteCount: Int)? {
        let rest = bytes[start...]
        guard rest.prefix(key.count).elementsEqual(key.prefix(rest.count)) else { throw Corruption() }
        guard rest.count >= EventFrame.headCount else { return nil }
        let head = rest.prefix(EventFrame.headCount)
        let count = head.dropFirst(key.count).reversed().reduce(0) { $0 << 8 | Int($1) }
        guard count <= EventFrame.largestEvent else { throw Corruption() }
        guard rest.count >= EventFrame.headCount + count else { return nil }
        let body = rest.dropFirst(EventFrame.headCount).prefix(count)
        guard let event = Event(decoding: Array(body)) else { throw Corruption() }
        start = body.endIndex
        return (event, count)
    }
}
