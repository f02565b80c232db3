import Display

/// Puts what a cell gives in order.
struct OutputCollector {
    private(set) var outputs: [Output] = []
    /// Where a displayed output stands, for replacing it.
    private var places: [Int: Int] = [:]
    /// The bytes of a character whose rest has not come yet.
    private var pending: [StandardStream: [UInt8]] = [:]

    /// Text goes on where the same stream stopped, if nothing came in between.
    mutating func append(_ bytes: [UInt8], from stream: StandardStream) {
        let bytes = (pending[stream] ?? []) + bytes
        let complete = bytes.count - bytes.incompleteTail
        pending[stream] = Array(bytes[complete...])
        append(String(decoding: bytes[..<complete], as: UTF8.self), to: stream)
    }

    private mutating func append(_ text: String, to stream: StandardStream) {
        guard !text.isEmpty else { return }
        guard case .stream(stream, var whole) = outputs.last else { return outputs.append(.stream(stream, text)) }
        // Taken out first, so that the text grows in its place instead of being copied.
        outputs.removeLast()
        whole += text
        outputs.append(.stream(stream, whole))
    }

    /// What the cell gave, once nothing more can come: no byte is left over, and no generated name.
    mutating func finish() -> [Output] {
        for stream in [StandardStream.output, .error] {
            append(String(decoding: pending.removeValue(forKey: stream) ?? [], as: UTF8.self), to: stream)
        }
        return outputs.map { output in
            switch output {
            case .stream(let stream, let text): .stream(stream, GeneratedNames.removed(from: text))
            case .text(let text): .text(GeneratedNames.removed(from: text))
            default: output
            }
        }
    }

    mutating func display(_ output: Output, identifier: Int) {
        places[identifier] = outputs.count
        outputs.append(output)
    }

    /// Replaces what was displayed; what an earlier cell displayed is left as it is, and shown anew here.
    mutating func update(_ output: Output, identifier: Int) {
        if let place = places[identifier] { outputs[place] = output } else { display(output, identifier: identifier) }
    }

    /// Takes the runtime's own last words out of the standard error stream.
    ///
    /// - Returns: the message after `Fatal error: `, if the cell ended with one.
    mutating func takeFatalError() -> String? {
        guard let index = outputs.lastIndex(where: { if case .stream(.error, _) = $0 { true } else { false } }),
            case .stream(_, let text) = outputs[index], let report = FatalErrorReport(endOf: text)
        else { return nil }
        if report.before.isEmpty {
            outputs.remove(at: index)
        } else {
            outputs[index] = .stream(.error, report.before)
        }
        return report.message
    }
}

extension Array<UInt8> {
    /// How many bytes at the end are the beginning of a UTF-8 character.
    fileprivate var incompleteTail: Int {
        for length in 1...3 where length <= count {
            let byte = self[count - length]
            if byte & 0xC0 == 0x80 { continue }
            let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return needed > length ? length : 0
        }
        return 0
    }
}

/// What the Swift runtime writes when a program traps.
///
///     Swift/ContiguousArrayBuffer.swift:691: Fatal error: Index out of range
struct FatalErrorReport: Equatable {
    /// The text before the report.
    let before: String
    let message: String

    init?(endOf text: String) {
        guard let mark = text.ranges(of: /(Fatal error|Precondition failed|Assertion failed)/).last else { return nil }
        let lineStart = text[..<mark.lowerBound].lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
        before = String(text[..<lineStart])
        let words = text[mark.upperBound...].trimmingPrefix { $0 == ":" || $0 == " " }
        message = words.split(separator: "\n").first.map(String.init) ?? text[mark].lowercased()
    }
}
