/// What the Swift runtime, or the C library, writes when a program cannot go on.
///
///     Swift/ContiguousArrayBuffer.swift:691: Fatal error: Index out of range
///     Could not cast value of type 'Swift.String' (0x7fe896bd7ca0) to 'Swift.Int' (0x7fe896bda698).
///
/// 1. The report is the end of the text; the stack trace that follows some is no part of it.
/// 2. A message of the author's has all its lines.
/// 3. Addresses, which differ from run to run, are left out.
struct FatalErrorReport: Equatable {
    /// The text before the report.
    let before: String
    let message: String
    /// It comes from a check of Swift's, not from damaged memory.
    let isSwiftCheck: Bool

    /// So much of the text's end is searched for it.
    private static let longest = 20_000

    init?(endOf text: String) {
        let scalars = text.unicodeScalars
        let start = scalars.index(scalars.endIndex, offsetBy: -Self.longest, limitedBy: scalars.startIndex)
        let words = text[(start ?? text.startIndex)...]
        let kinds = [Self.failedCheck, Self.failedCast, Self.accessConflict, Self.damagedMemory]
        guard let found = kinds.lazy.compactMap({ $0(words) }).first else { return nil }
        before = String(text[..<found.start])
        message = Self.withoutAddresses(found.message)
        isSwiftCheck = found.isSwiftCheck
    }

    private struct Finding {
        let start: String.Index
        let message: String
        var isSwiftCheck = true
    }

    private static func failedCheck(_ text: Substring) -> Finding? {
        let marks = text.ranges(of: /(?m)^(?:[^\n]*:\d+: )?(Fatal error|Precondition failed|Assertion failed)/)
        guard let mark = marks.last else { return nil }
        let rest = text[mark.upperBound...].trimmingPrefix { $0 == ":" || $0 == " " }
        let end = rest.ranges(of: "\nCurrent stack trace:\n").last?.lowerBound ?? rest.endIndex
        let message = rest[..<end].reversed().drop { $0.isNewline }.reversed()
        let kind = text[mark].split(separator: " ").suffix(2).joined(separator: " ")
        return Finding(start: mark.lowerBound, message: message.isEmpty ? kind.lowercased() : String(message))
    }

    private static func failedCast(_ text: Substring) -> Finding? {
        let pattern = /(?m)^(Could not (?:force )?cast value of type [^\n]*?|Could not unwrap [^\n]*?)\.?\n*\z/
        return text.matches(of: pattern).last.map { Finding(start: $0.range.lowerBound, message: String($0.1)) }
    }

    private static func accessConflict(_ text: Substring) -> Finding? {
        let pattern = /(?ms)^Simultaneous accesses to 0x[0-9a-f]+, but (modification requires exclusive access).*?\z/
        guard let match = text.matches(of: pattern).last else { return nil }
        let accesses = match.0.matches(of: /(?:Previous|Current) access \(an? (\w+)\)/).map { $0.1 }
        let which = accesses.count == 2 ? ": a \(accesses[1]) during a \(accesses[0])" : ""
        return Finding(start: match.range.lowerBound, message: "Simultaneous accesses, but \(match.1)\(which)")
    }

    /// What the allocator says of memory that was freed twice or written beyond its end.
    private static func damagedMemory(_ text: Substring) -> Finding? {
        let pattern = /(?m)^((?:free|malloc|realloc|calloc|munmap_chunk|malloc_consolidate)\(\): [^\n]+)\n*\z/
        return text.matches(of: pattern).last.map {
            Finding(start: $0.range.lowerBound, message: String($0.1), isSwiftCheck: false)
        }
    }

    private static func withoutAddresses(_ message: String) -> String {
        message.replacing(/\(unknown context at \$[0-9a-f]+\)\./, with: "")
            .replacing(/\s\(0x[0-9a-f]+\)/, with: "")
            .replacing(/\bobject 0x[0-9a-f]+/, with: "the object")
    }
}
