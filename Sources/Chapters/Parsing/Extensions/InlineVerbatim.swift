/// Code spans, autolinks and raw HTML in the running text: taken as they are.
enum InlineVerbatim {
    /// How many characters such a piece has that begins at a place; nil where none begins.
    static func length(in text: RunningText, at index: Int) -> Int? {
        switch text.characters[index] {
        case "`": codeSpan(text, index)
        case "<": InlineTag.end(in: text, at: index).map { $0 - index }
        default: nil
        }
    }

    /// Up to the next run of as many backticks; without one, the backticks are text.
    private static func codeSpan(_ text: RunningText, _ index: Int) -> Int {
        let width = text.characters[index...].prefix { $0 == "`" }.count
        return text.endOfCode(width: width, from: index + width).map { $0 - index } ?? width
    }
}

/// What stands in angle brackets and is no text: a tag, a comment or an address, by CommonMark's rules.
///
///     <a title="$x$">     a tag
///     if a <b and c> d    none: `and` would be an attribute, but `<` may also just be less
enum InlineTag {
    /// Where it ends; nil where the `<` is text.
    static func end(in text: RunningText, at index: Int) -> Int? {
        guard index + 1 < text.characters.count else { return nil }
        let rest = text.characters[(index + 1)...]
        if rest.starts(with: "!--") { return text.end(of: .comment, from: index + 4) }
        if rest.starts(with: "![CDATA[") { return text.end(of: .data, from: index + 9) }
        if rest.starts(with: "?") { return text.end(of: .instruction, from: index + 2) }
        if rest.first == "!" { return text.nextAngle(from: index).map { $0 + 1 } }
        return address(rest) ?? tag(rest)
    }

    /// `scheme:…>` or `name@host>`; neither has blanks or another `<`.
    private static func address(_ rest: ArraySlice<Character>) -> Int? {
        let inner = rest.prefix { !$0.isWhitespace && $0 != "<" && $0 != ">" }
        guard inner.endIndex < rest.endIndex, rest[inner.endIndex] == ">" else { return nil }
        let scheme = inner.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }
        let hasScheme =
            (2...32).contains(scheme.count) && scheme.first!.isLetter && inner.dropFirst(scheme.count).first == ":"
        let isMail = inner.first != "@" && inner.contains("@") && !inner.contains("\\")
        return hasScheme || isMail ? inner.endIndex + 1 : nil
    }

    /// A name with attributes, or `/` and a name.
    private static func tag(_ rest: ArraySlice<Character>) -> Int? {
        var scanner = TagScanner(rest: rest)
        let isClosing = scanner.take("/")
        guard scanner.takeName(extra: "-") else { return nil }
        if !isClosing { while scanner.takeAttribute() {} }
        scanner.skipBlanks()
        if !isClosing { _ = scanner.take("/") }
        return scanner.take(">") ? scanner.rest.startIndex : nil
    }
}

private struct TagScanner {
    var rest: ArraySlice<Character>

    mutating func take(_ character: Character) -> Bool {
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    /// - Returns: whether there were any.
    @discardableResult mutating func skipBlanks() -> Bool {
        let before = rest.startIndex
        rest = rest.drop(while: \.isWhitespace)
        return rest.startIndex > before
    }

    /// - Parameter extra: what may stand in the name besides letters and digits.
    mutating func takeName(extra: String, first: String = "") -> Bool {
        guard let start = rest.first, start.isASCII, start.isLetter || first.contains(start) else { return false }
        rest = rest.drop { $0.isASCII && ($0.isLetter || $0.isNumber || extra.contains($0)) }
        return true
    }

    mutating func takeAttribute() -> Bool {
        var copy = self
        guard copy.skipBlanks(), copy.takeName(extra: "_.:-", first: "_:") else { return false }
        self = copy
        copy.skipBlanks()
        guard copy.take("=") else { return true }
        copy.skipBlanks()
        guard copy.takeValue() else { return true }
        self = copy
        return true
    }

    private mutating func takeValue() -> Bool {
        if let quote = rest.first, quote == "\"" || quote == "'" {
            guard let end = rest.dropFirst().firstIndex(of: quote) else { return false }
            rest = rest[(end + 1)...]
            return true
        }
        let value = rest.prefix { !$0.isWhitespace && !"\"'=<>`".contains($0) }
        rest = rest[value.endIndex...]
        return !value.isEmpty
    }
}
