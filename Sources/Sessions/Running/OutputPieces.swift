import Display

/// Something that came from a cell in one piece.
enum OutputPiece {
    /// Bytes that may begin and end within a character.
    case text(StandardStream, [UInt8])
    case shown(Output, identifier: Int, byteCount: Int)
}

/// Pieces in their order, and what they amount to. They can be taken from the front.
struct OutputPieces {
    private var pieces: [OutputPiece] = []
    /// Where the first piece stands that has not been taken.
    private var start = 0
    /// Bytes of text.
    private(set) var textCount = 0
    /// Bytes of what was displayed.
    private(set) var shownCount = 0

    /// Bytes of a piece of text, which the next ones of its stream fill up. So a stretch of text is cut in the same places
    /// however it comes in.
    static let textSize = 64 * 1024

    var count: Int { pieces.count - start }
    var all: ArraySlice<OutputPiece> { pieces[start...] }

    mutating func append(_ bytes: ArraySlice<UInt8>, from stream: StandardStream) {
        textCount += bytes.count
        var rest = bytes
        if case .text(stream, var before)? = all.last {
            let more = rest.prefix(Self.textSize - before.count)
            rest = rest.dropFirst(more.count)
            // Taken out first, so that the text grows in its place instead of being copied.
            pieces.removeLast()
            before += more
            pieces.append(.text(stream, before))
        }
        while !rest.isEmpty {
            pieces.append(.text(stream, Array(rest.prefix(Self.textSize))))
            rest = rest.dropFirst(Self.textSize)
        }
    }

    mutating func append(_ output: Output, identifier: Int, byteCount: Int) {
        shownCount += byteCount
        pieces.append(.shown(output, identifier: identifier, byteCount: byteCount))
    }

    /// Puts another output in the place of one.
    mutating func replace(at index: Int, by output: Output, byteCount: Int) {
        guard case .shown(_, let identifier, let before) = pieces[start + index] else { return }
        shownCount += byteCount - before
        pieces[start + index] = .shown(output, identifier: identifier, byteCount: byteCount)
    }

    mutating func removeFirst() -> OutputPiece {
        let piece = pieces[start]
        pieces[start] = .text(.output, [])
        start += 1
        if start > pieces.count / 2 {
            pieces.removeFirst(start)
            start = 0
        }
        switch piece {
        case .text(_, let bytes): textCount -= bytes.count
        case .shown(_, _, let byteCount): shownCount -= byteCount
        }
        return piece
    }

    /// Takes the first bytes of the text that all pieces begin with.
    mutating func removeFirstBytes(_ count: Int) {
        guard case .text(let stream, let bytes)? = all.first else { return }
        textCount -= count
        pieces[start] = .text(stream, Array(bytes.dropFirst(count)))
    }

    /// Takes the last bytes of the text that all pieces end with.
    mutating func removeLastBytes(_ count: Int) {
        guard case .text(let stream, let bytes)? = all.last else { return }
        textCount -= count
        pieces[pieces.count - 1] = .text(stream, Array(bytes.dropLast(count)))
    }
}
