/// The lines of a chapter that say where its links lead: `[label]: address "title"`.
struct LinkDefinitions {
    /// The first line for each label.
    private var lines: [String: String] = [:]

    init(in chapter: [String]) {
        for line in chapter {
            // Outside of quotations, four blanks make it code.
            let quoted = line.lastQuotationMark.map { line[line.index(after: $0)...] } ?? line[...]
            guard quoted.beginsWithBracket, let match = quoted.prefixMatch(of: /[ ]{0,3}\[([^\]^][^\]]*)\]:/)
            else { continue }
            let label = Self.normalized(match.output.1)
            lines[label] = lines[label] ?? String(quoted)
        }
    }

    /// What is defined, as CommonMark compares it.
    var labels: [String] { lines.keys.sorted() }

    /// The definitions that a text may refer to, each a line, in the order of the text.
    func lines(for text: String) -> [String] {
        guard !lines.isEmpty else { return [] }
        var labels: Set<String> = []
        return Self.bracketed(in: text).map(Self.normalized).filter { labels.insert($0).inserted }
            .compactMap { lines[$0] }
    }

    /// What stands between brackets, with no other bracket in it.
    private static func bracketed(in text: String) -> [Substring] {
        let utf8 = text.utf8
        var (pieces, start): ([Substring], String.Index?) = ([], nil)
        var isEscaped = false
        for index in utf8.indices {
            switch utf8[index] {
            case UInt8(ascii: "[") where !isEscaped: start = utf8.index(after: index)
            case UInt8(ascii: "]") where !isEscaped:
                if let start { pieces.append(text[start..<index]) }
                start = nil
            default: break
            }
            isEscaped = utf8[index] == UInt8(ascii: "\\") && !isEscaped
        }
        return pieces
    }

    /// A label as CommonMark compares it: without regard to case, or to how much white space there is.
    static func normalized(_ label: Substring) -> String {
        label.split(whereSeparator: \.isWhitespace).joined(separator: " ").uppercased()
    }
}

extension String {
    /// The last `>` before the text of a line in a quotation.
    fileprivate var lastQuotationMark: String.Index? {
        utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }.lastIndex(of: UInt8(ascii: ">"))
    }
}

extension StringProtocol {
    /// Behind its indentation.
    var beginsWithBracket: Bool {
        utf8.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "[")
    }
}
