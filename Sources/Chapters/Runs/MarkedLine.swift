/// A source line cut at a place in it, and the underline that stands below that place.
///
/// 1. Tabs become spaces up to the next multiple of four; control characters become their pictures (`␛`).
/// 2. The underline has one blank for each character before the place. Below a wide character (CJK, emoji) it is the
///    ideographic space, which is as wide as the character in terminals and in fonts alike.
/// 3. The underline never leaves the line; a place behind the line's end gets one caret.
struct MarkedLine: Equatable {
    let before: String
    let marked: String
    let after: String
    /// Blanks and carets; nil where only the line is known.
    let underline: String?

    init(_ line: String, at location: SourceLocation) {
        let cells = Self.cells(of: line)
        guard let column = location.column else {
            before = cells.map(\.text).joined()
            (marked, after, underline) = ("", "", nil)
            return
        }
        let start = min(max(column - 1, 0), cells.count)
        let end = min(start + max(location.length, 1), cells.count)
        before = cells[..<start].map(\.text).joined()
        marked = cells[start..<end].map(\.text).joined()
        after = cells[end...].map(\.text).joined()
        let carets = cells[start..<end].reduce(0) { $0 + $1.width }
        underline = cells[..<start].map(\.blank).joined() + String(repeating: "^", count: max(carets, 1))
    }

    /// A character as it is shown.
    private struct ShownCharacter {
        let text: String
        let width: Int

        /// What keeps its place free in the line below.
        var blank: String {
            text.count == 1 && width == 2 ? "\u{3000}" : String(repeating: " ", count: width)
        }
    }

    private static func cells(of line: String) -> [ShownCharacter] {
        var column = 0
        return line.map { character in
            let text = character == "\t" ? String(repeating: " ", count: 4 - column % 4) : character.shown
            let width = text.reduce(0) { $0 + $1.columns }
            column += width
            return ShownCharacter(text: text, width: width)
        }
    }
}

extension Character {
    /// How many columns a terminal gives the character.
    package var columns: Int {
        let scalars = unicodeScalars
        guard let first = scalars.first else { return 0 }
        if scalars.contains("\u{FE0F}") || first.properties.isEmojiPresentation || first.isEastAsianWide { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return 1
        }
    }

    /// The character itself, or what stands for one that would command a terminal; a line break of two is one.
    fileprivate var shown: String { self == "\r\n" ? "␍" : VisibleText.of(String(self)) }
}

extension Unicode.Scalar {
    /// Unicode's East Asian width W or F, by blocks.
    fileprivate var isEastAsianWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
            0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
