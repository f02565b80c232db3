/// What the session's process says on the control descriptor, line by line.
///
/// Each of its lines begins with the session's key; whatever else stands there was written by a cell.
struct ControlLines {
    enum Line: Equatable {
        case message(HostMessage)
        case foreign
    }

    private let mark: [UInt8]
    private var bytes: [UInt8] = []
    /// Where the first line begins that has not been taken.
    private var start = 0

    /// No line of the process is longer.
    private static let longestLine = 4096

    init(key: String) {
        mark = Array("\(key) ".utf8)
    }

    mutating func append(_ more: [UInt8]) {
        bytes.removeFirst(start)
        start = 0
        bytes += more
    }

    /// Takes the next line; nil where the rest of it has not come yet.
    ///
    /// A line of the process is found also behind something that has no line break.
    mutating func next() -> Line? {
        let rest = bytes[start...]
        guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
            guard rest.count > Self.longestLine else { return nil }
            start = bytes.endIndex
            return .foreign
        }
        let line = rest[..<end]
        guard line.starts(with: mark) else {
            start = line.firstRange(of: mark)?.lowerBound ?? end + 1
            return .foreign
        }
        start = end + 1
        let text = String(decoding: line.dropFirst(mark.count), as: UTF8.self)
        return HostMessage(text).map(Line.message) ?? .foreign
    }
}
