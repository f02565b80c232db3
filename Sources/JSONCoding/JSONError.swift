/// Why a text is no JSON, and at which byte.
package struct JSONError: Error, Equatable {
    package enum Problem: Equatable {
        case unexpectedEnd
        case unexpected(UInt8, expected: String)
        case contentAfterEnd
        case tooDeep
        case duplicateKey(String)
        case brokenUTF8
        case controlCharacter(UInt8)
        case unknownEscape
        case loneSurrogate
        case numberTooLarge(String)
    }

    package let offset: Int
    package let problem: Problem
}

extension JSONError: CustomStringConvertible {
    package var description: String { "at byte \(offset), \(explanation)" }

    /// What is wrong, without the place.
    package var explanation: String {
        switch problem {
        case .unexpectedEnd: "it breaks off"
        case .unexpected(let byte, let expected): "expected \(expected), but found \(Self.text(of: byte))"
        case .contentAfterEnd: "it goes on where it should end"
        case .tooDeep: "it is nested deeper than \(JSONReader.largestDepth) levels"
        case .duplicateKey(let key): "the key \(JSON.string(key).text) is there for the second time"
        case .brokenUTF8: "a string is not UTF-8"
        case .controlCharacter(let byte): "a string holds the control character \(Self.text(of: byte))"
        case .unknownEscape: "a string holds an unknown escape"
        case .loneSurrogate: "a string holds half of a surrogate pair"
        case .numberTooLarge(let digits): "the number \(digits.prefix(20)) is too large"
        }
    }

    private static func text(of byte: UInt8) -> String {
        if (0x21..<0x7f).contains(byte) { return "\"\(Character(Unicode.Scalar(byte)))\"" }
        return "the byte \(byte)"
    }
}
