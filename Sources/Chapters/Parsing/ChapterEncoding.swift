/// A chapter's bytes as text.
public enum ChapterEncoding {
    /// The text of a file in UTF-8; nothing is repaired, since what was meant cannot be known.
    public static func text(of bytes: [UInt8]) throws(EncodingFault) -> String {
        if let encoding = wideEncoding(of: bytes) { throw .otherEncoding(encoding) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fault(in: bytes) }
        return text
    }

    /// UTF-16 or UTF-32, told by its byte-order mark or by the zeros between Latin letters.
    private static func wideEncoding(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        let head = bytes.prefix(200).enumerated()
        let zeros = [0, 1].map { side in head.count { $0.offset % 2 == side && $0.element == 0 } }
        return zeros.min() == 0 && zeros.max()! >= max(4, bytes.prefix(200).count / 5) ? "UTF-16" : nil
    }

    private static func fault(in bytes: [UInt8]) -> EncodingFault {
        var (decoder, iterator) = (UTF8(), bytes.makeIterator())
        var valid = String.UnicodeScalarView()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { valid.append(scalar) }
        let text = String(valid)
        return .notUTF8(line: ChapterText.lines(of: text).count, byte: bytes[text.utf8.count])
    }
}

/// Why bytes are no text of a chapter.
public enum EncodingFault: Error, Equatable, Sendable {
    case otherEncoding(String)
    /// The first byte that is wrong, and its line, counted from one.
    case notUTF8(line: Int, byte: UInt8)
}

extension EncodingFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .otherEncoding(let name): "the text is in \(name); save it as UTF-8"
        case .notUTF8(let line, let byte):
            "line \(line) holds the byte \(byte), which is not UTF-8; save the text as UTF-8"
        }
    }
}
