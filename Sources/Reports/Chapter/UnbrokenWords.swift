/// HTML of the prose in which a line does not end within what is read as one word.
///
/// 1. A browser may end a line at either side of a formula. What touches it, such as a bracket before and a comma behind,
///    stays in its line: `(<math>…</math>),`. Chinese and Japanese, whose lines end between any two characters, are held
///    by their punctuation alone.
/// 2. A browser may end a line behind a hyphen, in code too. A word of code is kept whole: `--show-output`.
///
/// What is kept together stands in `<span class="together">`; the text itself is as it was, for those who copy it.
struct UnbrokenWords {
    private var result = ""
    private var rest: Substring
    /// The element in which everything stays as it is.
    private var verbatim: Substring?
    /// No formula ends in the rest: however many begin, that is found out once.
    private var isWithoutFormula = false

    static func html(of html: String) -> String {
        guard html.contains("<math>") || html.contains("<code>") else { return html }
        var words = UnbrokenWords(rest: html[...])
        words.run()
        return words.result
    }

    private init(rest: Substring) {
        self.rest = rest
    }

    private static let verbatimElements = ["pre", "script", "style", "svg", "textarea"]
    private static let start = "<span class=\"together\">"
    private static let end = "</span>"
    /// Longer words may be broken: they could be wider than a phone.
    private static let longestWord = 30

    private mutating func run() {
        while let opening = rest.firstIndex(of: "<") {
            result += rest[..<opening]
            rest = rest[opening...]
            if let end = endOfTag { take(rest[..<end]) } else { result.append(rest.removeFirst()) }
        }
        result += rest
    }

    /// Where the tag or the comment ends that the rest begins with; nil for what is none.
    private var endOfTag: Substring.Index? {
        if rest.hasPrefix("<!--") { return rest.firstRange(of: "-->")?.upperBound }
        guard let first = rest.dropFirst().first, first == "/" || first.isLetter else { return nil }
        var quote: UInt8?
        for index in rest.utf8.indices {
            let byte = rest.utf8[index]
            if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if quote == nil, byte == UInt8(ascii: ">") {
                return rest.utf8.index(after: index)
            }
        }
        return nil
    }

    private mutating func take(_ tag: Substring) {
        let name = tag.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        if let verbatim {
            if tag.hasPrefix("</"), name == verbatim { self.verbatim = nil }
        } else if tag == "<math>", let end = endOfFormula {
            return take(formula: rest[..<end])
        } else if tag == "<code>", let end = endOfCode {
            return take(code: rest[..<end])
        } else if Self.verbatimElements.contains(String(name)), !tag.hasPrefix("</"), !tag.hasSuffix("/>") {
            verbatim = name
        }
        result += tag
        rest = rest[tag.endIndex...]
    }

    private var endOfFormula: Substring.Index? {
        mutating get {
            guard !isWithoutFormula else { return nil }
            let end = rest.firstRange(of: "</math>")?.upperBound
            isWithoutFormula = end == nil
            return end
        }
    }

    private mutating func take(formula: Substring) {
        rest = rest[formula.endIndex...]
        var (before, count) = ("", 0)
        while let unit = Unit(endOf: result), unit.staysBefore, count < Self.longestWord {
            result.removeLast(unit.text.count)
            before = unit.text + before
            count += 1
        }
        var behind = ""
        count = 0
        while let unit = Unit(startOf: rest), unit.staysBehind, count < Self.longestWord {
            rest.removeFirst(unit.text.count)
            behind += unit.text
            count += 1
            if unit.isHyphen { break }
        }
        let isAlone = before.isEmpty && behind.isEmpty
        result += isAlone ? String(formula) : Self.start + before + formula + behind + Self.end
    }

    /// Where the code that the rest begins with ends; nil for code with elements in it.
    private var endOfCode: Substring.Index? {
        let content = rest.dropFirst("<code>".count)
        let end = "</code>"
        guard let tag = content.firstIndex(of: "<"), content[tag...].hasPrefix(end) else { return nil }
        return content.index(tag, offsetBy: end.count)
    }

    private mutating func take(code: Substring) {
        rest = rest[code.endIndex...]
        result += code.replacing(/[^\s\/<>]+/) { match in
            let isHeld = match.output.firstMatch(of: /-[^0-9]/) != nil && match.output.count <= Self.longestWord
            return isHeld ? Self.start + match.output + Self.end : String(match.output)
        }
    }
}

/// A character beside a formula, or what stands for one in HTML.
private struct Unit {
    let text: String
    private let character: Character

    /// The last one; nil where there is none but a tag.
    init?(endOf html: String) {
        guard let last = html.last, last != ">" else { return nil }
        let entity = last == ";" ? html.suffix(6).firstMatch(of: /&(?:quot|amp|lt|gt|#39);$/) : nil
        self.init(entity.map { String($0.output) } ?? String(last), entity == nil ? last : "&")
    }

    /// The first one; nil where there is none but a tag. A reference to a note is one.
    init?(startOf html: Substring) {
        guard let first = html.first else { return nil }
        if html.hasPrefix("<sup class=\"note\">"), let end = html.firstRange(of: "</sup>")?.upperBound {
            self.init(String(html[..<end]), "1")
            return
        }
        guard first != "<" else { return nil }
        let entity = first == "&" ? html.prefix(6).prefixMatch(of: /&(?:quot|amp|lt|gt|#39);/) : nil
        self.init(entity.map { String($0.output) } ?? String(first), entity == nil ? first : "&")
    }

    private init(_ text: String, _ character: Character) {
        self.text = text
        self.character = character
    }

    /// Whether a line may end behind it.
    var isHyphen: Bool { "-–—/".contains(character) }

    var staysBefore: Bool {
        guard !character.isWhitespace, !isHyphen else { return false }
        return !isChineseOrJapanese || isOpening
    }

    var staysBehind: Bool {
        guard !character.isWhitespace else { return false }
        return !isChineseOrJapanese || (character.isPunctuation && !isOpening)
    }

    private var isOpening: Bool {
        [.openPunctuation, .initialPunctuation].contains(character.unicodeScalars.first?.properties.generalCategory)
    }

    private var isChineseOrJapanese: Bool {
        switch character.unicodeScalars.first?.value ?? 0 {
        case 0x2E80...0x312F, 0x3190...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
