/// Reads JSON as RFC 8259 defines it, and nothing beside.
///
/// 1. A text is one value, with blanks (space, tab, line feed, carriage return) before and after, and nothing else.
/// 2. `null`, `true` and `false` are written in small letters.
/// 3. A number has no plus sign and no zeros in front; a point and an `e` are followed by digits. It has to be finite.
/// 4. A string is UTF-8. Control characters are escaped; `\u` pairs surrogates.
/// 5. No comma stands behind the last element of an array or the last member of an object.
/// 6. No object has a key twice (the RFC leaves that open; two readers might take different ones).
/// 7. Values are nested at most 64 levels deep, so that no text can exhaust the stack.
package struct JSONReader {
    package static let largestDepth = 64

    let bytes: [UInt8]
    var position = 0

    package static func read(_ bytes: [UInt8]) throws(JSONError) -> JSON {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.readValue(depth: 0)
        reader.skipBlanks()
        guard reader.position == bytes.count else { throw reader.error(.contentAfterEnd) }
        return value
    }

    // MARK: Values

    private mutating func readValue(depth: Int) throws(JSONError) -> JSON {
        guard depth < Self.largestDepth else { throw error(.tooDeep) }
        skipBlanks()
        switch try peek() {
        case UInt8(ascii: "{"): return .object(try readObject(depth: depth))
        case UInt8(ascii: "["): return .array(try readArray(depth: depth))
        case UInt8(ascii: "\""): return .string(try readString())
        case UInt8(ascii: "t"): return try readWord("true", .bool(true))
        case UInt8(ascii: "f"): return try readWord("false", .bool(false))
        case UInt8(ascii: "n"): return try readWord("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
        default: throw unexpected("a value")
        }
    }

    private mutating func readObject(depth: Int) throws(JSONError) -> [JSON.Member] {
        var members: [JSON.Member] = []
        var keys: Set<String> = []
        try readElements(from: "{", to: "}") { reader throws(JSONError) in
            let start = reader.position
            let key = try reader.readString()
            guard keys.insert(key).inserted else { throw JSONError(offset: start, problem: .duplicateKey(key)) }
            reader.skipBlanks()
            try reader.take(":")
            members.append(JSON.Member(key: key, value: try reader.readValue(depth: depth + 1)))
        }
        return members
    }

    private mutating func readArray(depth: Int) throws(JSONError) -> [JSON] {
        var elements: [JSON] = []
        try readElements(from: "[", to: "]") { reader throws(JSONError) in
            elements.append(try reader.readValue(depth: depth + 1))
        }
        return elements
    }

    /// Reads what stands between two brackets, separated by commas.
    private mutating func readElements(
        from opening: Unicode.Scalar, to closing: Unicode.Scalar,
        _ readElement: (inout JSONReader) throws(JSONError) -> Void
    ) throws(JSONError) {
        try take(opening)
        skipBlanks()
        if try peek() == UInt8(ascii: closing) { return position += 1 }
        while true {
            skipBlanks()
            try readElement(&self)
            skipBlanks()
            if try peek() == UInt8(ascii: closing) { return position += 1 }
            guard try peek() == UInt8(ascii: ",") else { throw unexpected("\",\" or \"\(closing)\"") }
            position += 1
        }
    }

    private mutating func readWord(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        for letter in word.description.unicodeScalars { try take(letter) }
        return value
    }

    // MARK: Bytes

    mutating func skipBlanks() {
        while position < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[position]) { position += 1 }
    }

    func peek() throws(JSONError) -> UInt8 {
        guard position < bytes.count else { throw error(.unexpectedEnd) }
        return bytes[position]
    }

    mutating func take(_ character: Unicode.Scalar) throws(JSONError) {
        guard try peek() == UInt8(ascii: character) else { throw unexpected("\"\(character)\"") }
        position += 1
    }

    func error(_ problem: JSONError.Problem) -> JSONError { JSONError(offset: position, problem: problem) }

    /// The error of finding the byte at hand where something else belongs.
    func unexpected(_ expected: String) -> JSONError {
        error(position < bytes.count ? .unexpected(bytes[position], expected: expected) : .unexpectedEnd)
    }
}
