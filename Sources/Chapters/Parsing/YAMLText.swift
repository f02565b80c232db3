import Yams

/// Yams's parser with its errors reduced to a sentence and a line.
///
/// Nothing that a chapter says in YAML is long; what is, or what refers to itself over and over, is refused unread.
enum YAMLText {
    private static let largestByteCount = 1 << 20
    /// Each of them can double what the text stands for.
    private static let mostAliases = 16

    struct Failure: Error {
        let problem: String
        /// Counted from one in the YAML text.
        let line: Int
    }

    static func compose(_ text: String) -> Result<Node?, Failure> {
        guard text.utf8.count <= largestByteCount else {
            return .failure(Failure(problem: "it is longer than \(largestByteCount >> 20) MB", line: 1))
        }
        guard aliasCount(in: text) <= mostAliases else {
            return .failure(Failure(problem: "it has more than \(mostAliases) aliases", line: 1))
        }
        do {
            return .success(try Yams.compose(yaml: withLinesOfChapters(text)))
        } catch let error as YamlError {
            return .failure(failure(for: error))
        } catch {
            return .failure(Failure(problem: "\(error)", line: 1))
        }
    }

    /// With blanks for what ends a line in YAML, but not in a chapter, so that both count the same lines.
    private static func withLinesOfChapters(_ text: String) -> String {
        let breaks: Set<Unicode.Scalar> = ["\u{85}", "\u{2028}", "\u{2029}"]
        guard text.unicodeScalars.contains(where: breaks.contains) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { breaks.contains($0) ? " " : $0 }))
    }

    /// How many aliases, such as `*name`, there are at most.
    private static func aliasCount(in text: String) -> Int {
        var previous = UInt8(ascii: " ")
        return text.utf8.count { byte in
            defer { previous = byte }
            return byte == UInt8(ascii: "*") && " \n,[{".utf8.contains(previous)
        }
    }

    private static func failure(for error: YamlError) -> Failure {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            Failure(problem: problem, line: mark.line)
        case .reader(let problem, _, _, _): Failure(problem: problem, line: 1)
        case .duplicatedKeysInMapping(let names, let context):
            Failure(problem: "'\(names.joined(separator: "', '"))' is given twice", line: context.mark.line)
        default: Failure(problem: "\(error)", line: 1)
        }
    }
}
