import Chapters
import Display

/// What a cell gave: its outputs in order, and what is left out between them.
struct CollectedOutputs {
    private(set) var outputs: [Output]
    /// Nil where everything is there.
    private(set) var omission: Omission?

    init(_ beginning: OutputPieces, _ omitted: OmittedPieces, _ end: OutputPieces) {
        var decoder = OutputDecoder()
        guard !omitted.isEmpty else {
            (beginning.all + end.all).forEach { decoder.take($0) }
            outputs = decoder.finish()
            return
        }
        var (beginning, end) = (beginning, end)
        let cut = beginning.cutEnd() + end.cutBeginning()
        beginning.all.forEach { decoder.take($0) }
        let before = decoder.finish()
        decoder = OutputDecoder()
        end.all.forEach { decoder.take($0) }
        outputs = before + decoder.finish()
        omission = Omission(position: before.count, bytes: omitted.bytes + cut, outputs: omitted.outputs)
    }

    mutating func takeFatalError() -> FatalErrorReport? {
        guard let index = outputs.lastIndex(where: { if case .stream(.error, _) = $0 { true } else { false } }),
            case .stream(_, let text) = outputs[index], let report = FatalErrorReport(endOf: text)
        else { return nil }
        if report.before.isEmpty {
            outputs.remove(at: index)
            omission = omission.map {
                Omission(position: min($0.position, outputs.count), bytes: $0.bytes, outputs: $0.outputs)
            }
        } else {
            outputs[index] = .stream(.error, report.before)
        }
        return report
    }
}

/// Makes outputs of pieces.
private struct OutputDecoder {
    private var outputs: [Output] = []
    /// Text of the stream that the last pieces are of.
    private var text: [UInt8] = []
    private var stream = StandardStream.output
    /// The bytes of a character whose rest has not come yet: what stands between goes before it.
    private var pending: [StandardStream: [UInt8]] = [:]

    mutating func take(_ piece: OutputPiece) {
        switch piece {
        case .text(let stream, let bytes):
            if stream != self.stream { endText() }
            self.stream = stream
            text += bytes
        case .shown(let output, _, _):
            endText()
            outputs.append(output)
        }
    }

    private mutating func endText() {
        guard !text.isEmpty else { return }
        let bytes = (pending[stream] ?? []) + text
        let complete = bytes.count - bytes.incompleteTail
        pending[stream] = Array(bytes[complete...])
        append(bytes[..<complete], from: stream)
        text = []
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>, from stream: StandardStream) {
        guard !bytes.isEmpty else { return }
        var text = String(decoding: bytes, as: UTF8.self)
        if case .stream(stream, let before)? = outputs.last {
            outputs.removeLast()
            text = before + text
        }
        outputs.append(.stream(stream, text))
    }

    /// The outputs, once nothing more can come: no byte is left over.
    mutating func finish() -> [Output] {
        endText()
        for stream in [StandardStream.output, .error] { append(pending[stream, default: []][...], from: stream) }
        return outputs.map(\.withoutGeneratedNames)
    }
}

// The gap is cut at the ends of lines where they are near, else between characters.
extension OutputPieces {
    fileprivate mutating func cutEnd() -> Int {
        guard case .text(_, let bytes)? = all.last else { return 0 }
        let lineEnd = bytes.suffix(Self.nearby).lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
        let count = lineEnd.map { bytes.count - $0 } ?? bytes.incompleteTail
        removeLastBytes(count)
        return count
    }

    fileprivate mutating func cutBeginning() -> Int {
        guard case .text(_, let bytes)? = all.first else { return 0 }
        let lineEnd = bytes.prefix(Self.nearby).firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
        let count = lineEnd ?? bytes.prefix(3).prefix { $0 & 0xC0 == 0x80 }.count
        removeFirstBytes(count)
        return count
    }

    private static let nearby = 1_000
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

extension Output {
    fileprivate var withoutGeneratedNames: Output {
        switch self {
        case .stream(let stream, let text): .stream(stream, GeneratedNames.removed(from: text))
        case .text(let text): .text(GeneratedNames.removed(from: text))
        default: self
        }
    }
}
