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
        /// Nil for what no other line would mend.
        var advice: YAMLAdvice?
    }

    /// - Parameter names: those of the pairs that the text may have.
    static func compose(_ text: String, names: [String] = []) -> Result<Node?, Failure> {
        guard text.utf8.count <= largestByteCount else {
            return .failure(Failure(problem: "it is longer than \(largestByteCount >> 20) MB", line: 1))
        }
        guard aliasCount(in: text) <= mostAliases else {
            return .failure(Failure(problem: "it has more than \(mostAliases) aliases", line: 1))
        }
        do {
            return .success(try Yams.compose(yaml: withLinesOfChapters(text)))
        } catch let error as YamlError {
            return .failure(failure(for: error, in: text, names: names))
        } catch {
            return .failure(Failure(problem: "\(error)", line: 1))
        }
    }

    /// A failure in the line that shows what to do, or in the one where it was noticed.
    static func failure(_ problem: String, line: Int = .max, in text: String, names: [String]) -> Failure {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let found = YAMLAdvice.about(Array(lines.prefix(max(line, 1))), names: names)
        let last = line == .max ? 1 : line
        return Failure(problem: problem, line: found.map { $0.line + 1 } ?? last, advice: found?.advice ?? .lines)
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

    private static func failure(for error: YamlError, in text: String, names: [String]) -> Failure {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return failure(problem, line: mark.line, in: text, names: names)
        case .reader(let problem, _, _, _): return Failure(problem: problem, line: 1)
        case .duplicatedKeysInMapping(let names, let context):
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let second = names.first.flatMap {
                YAMLAdvice.secondLine(of: $0, in: lines, from: max(context.mark.line - 1, 0))
            }
            return Failure(
                problem: "'\(names.joined(separator: "', '"))' is given twice",
                line: second.map { $0 + 1 } ?? context.mark.line, advice: .twice)
        default: return Failure(problem: "\(error)", line: 1)
        }
    }
}
