/// A place in a line of Markdown, as CommonMark counts columns: a tab goes on to the next multiple of four.
struct LineCursor {
    let bytes: [UInt8]
    /// In bytes; on a tab of which only some columns are taken, it stays on the tab.
    private(set) var offset = 0
    private var column = 0

    init(_ line: String) {
        bytes = Array(line.utf8)
    }

    var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// How many columns of white space come next.
    var indent: Int {
        var end = self
        end.skip(columns: .max)
        return end.column - column
    }

    /// Where the first byte is that is no white space.
    var contentOffset: Int {
        var end = self
        end.skip(columns: .max)
        return end.offset
    }

    var isBlank: Bool { contentOffset == bytes.count }

    /// Takes columns of white space, as many as there are and not more than asked for.
    mutating func skip(columns count: Int) {
        var rest = count
        while rest > 0, let byte = next, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
            let width = byte == UInt8(ascii: " ") ? 1 : 4 - column % 4
            column += min(width, rest)
            if width <= rest { offset += 1 }
            rest -= min(width, rest)
        }
    }

    /// Takes bytes that are no white space.
    mutating func take(_ count: Int) {
        offset += count
        column += count
    }
}
