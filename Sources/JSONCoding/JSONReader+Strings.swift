extension JSONReader {
    mutating func readString() throws(JSONError) -> String {
        let start = position
        guard try peek() == UInt8(ascii: "\"") else { throw unexpected("a string") }
        position += 1
        var content: [UInt8] = []
        while true {
            let byte = try peek()
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                guard let string = String(validating: content, as: UTF8.self) else {
                    throw JSONError(offset: start, problem: .brokenUTF8)
                }
                return string
            case UInt8(ascii: "\\"):
                position += 1
                content += String(try readEscape()).utf8
            case ..<0x20: throw error(.controlCharacter(byte))
            default:
                content.append(byte)
                position += 1
            }
        }
    }

    /// What stands behind a backslash.
    private mutating func readEscape() throws(JSONError) -> Character {
        let letter = try peek()
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(letter))
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return Character(try readScalar())
        default:
            position -= 1
            throw error(.unknownEscape)
        }
    }

    /// Four hexadecimal digits; of a surrogate pair, both halves.
    private mutating func readScalar() throws(JSONError) -> Unicode.Scalar {
        let start = position
        let first = try readHexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let loneSurrogate = JSONError(offset: start, problem: .loneSurrogate)
        guard (0xd800..<0xdc00).contains(first), bytes[position...].starts(with: #"\u"#.utf8) else {
            throw loneSurrogate
        }
        position += 2
        let second = try readHexadecimal()
        guard (0xdc00..<0xe000).contains(second) else { throw loneSurrogate }
        return Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))!
    }

    private mutating func readHexadecimal() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(try peek())).hexDigitValue, bytes[position] < 0x80 else {
                throw unexpected("a hexadecimal digit")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
