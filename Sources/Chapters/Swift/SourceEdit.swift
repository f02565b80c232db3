/// A replacement of a stretch of a cell's source, for the text that is compiled.
public struct SourceEdit: Equatable, Sendable {
    /// UTF-8 offsets in the cell's source; empty for an insertion.
    public let range: Range<Int>
    public let replacement: String

    public init(range: Range<Int>, replacement: String) {
        self.range = range
        self.replacement = replacement
    }

    public init(inserting text: String, at offset: Int) {
        self.init(range: offset..<offset, replacement: text)
    }
}

/// A cell's source with edits made, which knows where each of its characters came from.
///
/// No edit adds or removes a line break, so lines keep their numbers and only columns move.
public struct EditedSource: Equatable, Sendable {
    public let text: String
    private let original: [UInt8]
    private let edits: [SourceEdit]

    /// - Parameter edits: they do not overlap; those at one place are made in the order given.
    public init(_ source: String, edits: [SourceEdit]) {
        original = Array(source.utf8)
        self.edits = edits.enumerated()
            .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
            .map(\.element)
        var edited: [UInt8] = []
        var offset = 0
        for edit in self.edits {
            edited += original[offset..<edit.range.lowerBound]
            edited += edit.replacement.utf8
            offset = edit.range.upperBound
        }
        text = String(decoding: edited + original[offset...], as: UTF8.self)
    }

    /// The UTF-8 offset in the cell's source for a place in the edited text, line and column counted from one.
    public func originalOffset(line: Int, column: Int) -> Int {
        startOfLine(line) + originalColumn(line: line, column: column) - 1
    }

    /// The column in the cell's source for one in the edited text, both in UTF-8 bytes counted from one.
    public func originalColumn(line: Int, column: Int) -> Int {
        let lineStart = startOfLine(line)
        var shift = 0
        for edit in edits where edit.range.lowerBound >= lineStart {
            let editStart = edit.range.lowerBound - lineStart + shift + 1
            if editStart >= column { break }
            let editEnd = editStart + edit.replacement.utf8.count
            if column < editEnd { return edit.range.lowerBound - lineStart + 1 }
            shift += edit.replacement.utf8.count - edit.range.count
        }
        return column - shift
    }

    /// How many bytes of a stretch of the edited text are only the edits'.
    public func addedLength(line: Int, column: Int, length: Int) -> Int {
        let lineStart = startOfLine(line)
        var (shift, added) = (0, 0)
        for edit in edits where edit.range.lowerBound >= lineStart {
            let start = edit.range.lowerBound - lineStart + shift + 1
            if start >= column + length { break }
            let growth = edit.replacement.utf8.count - edit.range.count
            let overlap = min(start + edit.replacement.utf8.count, column + length) - max(start, column)
            added += max(min(overlap, growth), 0)
            shift += growth
        }
        return added
    }

    /// Whether a place in the edited text is in what an edit inserted.
    public func isAdded(line: Int, column: Int) -> Bool { addedLength(line: line, column: column, length: 1) == 1 }

    private func startOfLine(_ line: Int) -> Int {
        var remaining = line - 1
        guard remaining > 0 else { return 0 }
        for (offset, byte) in original.enumerated() where byte == UInt8(ascii: "\n") {
            remaining -= 1
            if remaining == 0 { return offset + 1 }
        }
        return original.count
    }
}
