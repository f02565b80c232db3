/// The lines of a chapter that say where its links lead: `[label]: address "title"`.
struct LinkDefinitions {
    /// The first line for each label.
    private var lines: [String: String] = [:]

    init(in chapter: [String]) {
        for line in chapter where line.beginsWithBracket {
            guard let match = line.prefixMatch(of: /[ ]{0,3}\[([^\]^][^\]]*)\]:/) else { continue }
            let label = Self.normalized(match.output.1)
            lines[label] = lines[label] ?? line
        }
    }

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
    private static func normalized(_ label: Substring) -> String {
        label.split(whereSeparator: \.isWhitespace).joined(separator: " ").uppercased()
    }
}

extension String {
    /// Behind its indentation.
    var beginsWithBracket: Bool {
        utf8.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "[")
    }
}
