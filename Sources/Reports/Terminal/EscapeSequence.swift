/// What follows an escape character.
enum EscapeSequence: Equatable {
    /// `ESC [ … m`.
    case style([Int])
    /// `ESC [ n K`.
    case eraseInLine(Int)
    /// Anything else: it is taken away and has no effect.
    case other

    /// Takes a sequence, without the escape character, off the front of a text.
    init(_ text: inout Substring.UnicodeScalarView) {
        switch text.first {
        case "[":
            text.removeFirst()
            self.init(controlSequence: &text)
        case "]", "P", "X", "^", "_":
            text.removeFirst()
            Self.skipString(&text)
            self = .other
        default:
            while let next = text.first, (0x20...0x2F).contains(next.value) { text.removeFirst() }
            if let next = text.first, (0x30...0x7E).contains(next.value) { text.removeFirst() }
            self = .other
        }
    }

    /// Takes parameters and the final character off the front of a text.
    init(controlSequence text: inout Substring.UnicodeScalarView) {
        let body = text.prefix { (0x20...0x3F).contains($0.value) }
        text = text.dropFirst(body.count)
        let final = text.first.flatMap { (0x40...0x7E).contains($0.value) ? $0 : nil }
        if final != nil { text.removeFirst() }
        let parameters = Self.parameters(String(body))
        switch final {
        case "m": self = parameters.map { .style($0) } ?? .other
        case "K": self = .eraseInLine(parameters?.first ?? 0)
        default: self = .other
        }
    }

    /// Numbers between semicolons; a colour may have its parts after colons (`38:2::255:0:0`, the colour space left out).
    private static func parameters(_ text: String) -> [Int]? {
        guard text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ";" || $0 == ":") }) else { return nil }
        if text.isEmpty { return [] }
        return text.split(separator: ";", omittingEmptySubsequences: false).flatMap { part -> [Int] in
            let numbers = part.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
            return numbers.count == 6 && numbers[1] == 2 ? Array(numbers[..<2] + numbers[3...]) : numbers
        }
    }

    /// An operating-system command or the like ends with a bell or with `ESC \`. What does not end in its line is text:
    /// else one stray character would take away all that a cell prints behind it.
    private static func skipString(_ text: inout Substring.UnicodeScalarView) {
        let ends: [Unicode.Scalar] = ["\u{7}", "\u{9C}", "\u{1B}", "\n"]
        guard let end = text.firstIndex(where: ends.contains), text[end] != "\n" else { return }
        let isEscape = text[end] == "\u{1B}"
        text = text[text.index(after: end)...]
        if isEscape, text.first == "\\" { text.removeFirst() }
    }
}
