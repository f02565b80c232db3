import Display

/// What a cell prints, line by line, for who follows it at the terminal.
///
/// 1. A line is given when it is whole, those of the two streams in the order in which they end.
/// 2. Of a line that was rewritten with carriage returns the last state is shown. Colours and the like are left out.
/// 3. A line without end is given in pieces, so that it takes no more memory than one of them.
struct PrintedLines {
    private var pending: [StandardStream: [UInt8]] = [:]

    private static let longest = 1 << 16

    /// The lines that these bytes complete.
    mutating func take(_ bytes: [UInt8], from stream: StandardStream) -> [String] {
        var line = pending[stream] ?? []
        pending[stream] = nil
        var lines: [String] = []
        for piece in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
            lines.append(Self.shown(line + piece))
            line = []
        }
        let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        line += bytes[end...]
        if line.count > Self.longest {
            lines.append(Self.shown(line))
        } else if !line.isEmpty {
            pending[stream] = line
        }
        return lines
    }

    /// What was printed without a line break behind it.
    mutating func finish() -> [String] {
        defer { pending = [:] }
        return [StandardStream.output, .error].compactMap { pending[$0].map(Self.shown) }
    }

    private static func shown(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        let plain = text.replacing(/\u{1B}\[[0-?]*[ -\/]*[@-~]|\u{1B}\][^\u{7}\u{1B}]*(?:\u{7}|\u{1B}\\)?/, with: "")
        let states = plain.unicodeScalars.split(separator: "\r")
        return states.last.map { String($0) } ?? ""
    }
}
