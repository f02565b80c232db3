import Chapters

/// What the compiler said, read from its `llvm`-style text.
///
///     cell.swift:3:13: error: cannot convert value of type 'String' to specified type 'Int'
///     let x: Int = "three"
///                  ^~~~~~~
struct CompilerMessage: Equatable {
    let severity: Diagnostic.Severity
    let text: String
    let file: String
    let line: Int
    /// In UTF-8 bytes, counted from one.
    let column: Int
    /// How many characters the compiler underlines.
    let length: Int
    /// The line that it shows below; empty where it shows none.
    let source: String

    /// Reads all messages of a compilation, in order.
    static func parse(_ output: String) -> [CompilerMessage] {
        let lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.indices.compactMap { index in
            guard let match = lines[index].wholeMatch(of: headline) else { return nil }
            let underline = lines.indices.contains(index + 2) ? lines[index + 2] : ""
            return CompilerMessage(
                severity: Diagnostic.Severity(rawValue: String(match.output.4))!, text: String(match.output.5),
                file: String(match.output.1), line: Int(match.output.2) ?? 1, column: Int(match.output.3) ?? 1,
                length: underlined(underline), source: lines.indices.contains(index + 1) ? lines[index + 1] : "")
        }
    }

    private static var headline: Regex<(Substring, Substring, Substring, Substring, Substring, Substring)> {
        /^([^\s:][^:]*):(\d+):(\d+): (error|warning|note): (.*?)(?: \[#[\w-]+\])?$/
    }

    private static func underlined(_ line: String) -> Int {
        let marks = line.drop { $0 == " " || $0 == "\t" }
        guard marks.allSatisfy({ $0 == "^" || $0 == "~" || $0 == " " }), let caret = marks.firstIndex(of: "^") else {
            return 1
        }
        return 1 + marks[marks.index(after: caret)...].prefix { $0 == "~" }.count
    }
}
