/// What the Swift runtime writes when a program traps.
///
///     Swift/ContiguousArrayBuffer.swift:691: Fatal error: Index out of range
struct FatalErrorReport: Equatable {
    /// The text before the report.
    let before: String
    let message: String

    /// So much of the text's end is searched for it.
    private static let longest = 20_000

    init?(endOf text: String) {
        let scalars = text.unicodeScalars
        let start = scalars.index(scalars.endIndex, offsetBy: -Self.longest, limitedBy: scalars.startIndex)
        let words = text[(start ?? text.startIndex)...]
        guard let mark = words.ranges(of: /(Fatal error|Precondition failed|Assertion failed)/).last else { return nil }
        let lineStart = text[..<mark.lowerBound].lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
        before = String(text[..<lineStart])
        let rest = text[mark.upperBound...].trimmingPrefix { $0 == ":" || $0 == " " }
        message = rest.split(separator: "\n").first.map(String.init) ?? text[mark].lowercased()
    }
}
