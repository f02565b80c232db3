/// Cuts TeX into tokens, one at a time.
struct TeXReader {
    /// The smallest pieces that mean something.
    enum Token: Equatable {
        /// `\name`, or a backslash and one other character.
        case command(String)
        case character(Character)
        case open, close, upper, lower, column
    }

    private let characters: [Character]
    private let lastBracket: Int
    /// How many characters were read.
    private(set) var offset = 0

    init(_ tex: String) {
        characters = Array(tex)
        lastBracket = characters.lastIndex(of: "]") ?? -1
    }

    /// The next token, white space skipped; nil at the end.
    func peek() -> Token? {
        var copy = self
        return copy.next()
    }

    /// Where the next token begins.
    var position: Int {
        characters[offset...].firstIndex { !$0.isWhitespace } ?? characters.count
    }

    mutating func next() -> Token? {
        offset = position
        guard offset < characters.count else { return nil }
        let character = characters[offset]
        offset += 1
        switch character {
        case "\\": return .command(commandName())
        case "{": return .open
        case "}": return .close
        case "^": return .upper
        case "_": return .lower
        case "&": return .column
        default: return .character(character)
        }
    }

    mutating func skipToEnd() { offset = characters.count }

    mutating func take(_ token: Token) -> Bool {
        guard peek() == token else { return false }
        _ = next()
        return true
    }

    /// The characters that go on a number: digits, and a point with a digit behind it.
    mutating func restOfNumber() -> String {
        var digits = ""
        while offset < characters.count {
            let character = characters[offset]
            let isPoint = character == "." && offset + 1 < characters.count && characters[offset + 1].isASCIIDigit
            guard character.isASCIIDigit || isPoint else { break }
            digits.append(character)
            offset += 1
        }
        return digits
    }

    /// The text of a group in braces as it stands, for `\text{…}` and names; nil where no group begins.
    mutating func rawGroup() -> String? { groupPieces()?.joined(separator: "$") }

    /// The text of a group in braces, cut at its dollars: every second piece is a formula.
    mutating func groupPieces() -> [String]? {
        guard take(.open) else { return nil }
        var depth = 1
        var pieces = [""]
        while offset < characters.count {
            let character = characters[offset]
            offset += 1
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if depth == 0 { break }
            if character == "$" {
                pieces.append("")
            } else {
                let isFormula = pieces.count.isMultiple(of: 2)
                pieces[pieces.count - 1] +=
                    (isFormula ? escapedDollar(character) : escape(character)) ?? String(character)
            }
        }
        return pieces
    }

    /// A dollar in a formula within a text keeps its backslash, which is read again.
    private mutating func escapedDollar(_ character: Character) -> String? {
        guard character == "\\", offset < characters.count else { return nil }
        defer { offset += 1 }
        return "\\\(characters[offset])"
    }

    /// The text of a group of nothing but letters, digits, blanks and hyphens; nil where another one follows, or none.
    mutating func wordGroup() -> String? {
        guard peek() == .open else { return nil }
        let start = position + 1
        let word = characters[start...].prefix { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
        guard !word.isEmpty, word.endIndex < characters.count, characters[word.endIndex] == "}" else { return nil }
        offset = word.endIndex + 1
        return String(word)
    }

    /// What a backslash and the next character stand for within a text.
    private mutating func escape(_ character: Character) -> String? {
        guard character == "\\", offset < characters.count else { return nil }
        let next = characters[offset]
        guard "{}$%&#_ ,;:!".contains(next) else { return nil }
        offset += 1
        return ",;:".contains(next) ? "\u{2009}" : next == "!" ? "" : String(next)
    }

    /// The text in brackets as it stands; nil where there is none.
    mutating func rawOptional() -> String? {
        guard peek() == .character("["), position < lastBracket,
            let end = characters[position...].firstIndex(of: "]")
        else { return nil }
        defer { offset = end + 1 }
        return String(characters[(position + 1)..<end])
    }

    private mutating func commandName() -> String {
        guard offset < characters.count else { return "" }
        let name = characters[offset...].prefix { $0.isASCII && $0.isLetter }
        let isStarred =
            !name.isEmpty && offset + name.count < characters.count && characters[offset + name.count] == "*"
        let length = name.isEmpty ? 1 : name.count + (isStarred && String(name) == "operatorname" ? 1 : 0)
        defer { offset += length }
        return String(characters[offset..<offset + length])
    }
}

extension Character {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
