/// What a terminal would show of a text, line by line.
///
/// 1. Colours and the like (`ESC [ … m`) become styles.
/// 2. A carriage return or a backspace moves back, and what follows overwrites; `ESC [ K` erases. So a progress bar that
///    was redrawn a thousand times is its last state.
/// 3. Every other escape sequence and control character is left out.
struct TerminalText {
    /// A piece of a line in one style.
    struct Run: Equatable {
        var text: String
        let style: TextStyle
    }

    private let body: Substring

    init(_ text: String) {
        body = text.hasSuffix("\n") ? text.dropLast() : text[...]
    }

    var lines: [[Run]] {
        var lines: [[Run]] = []
        forEachLine { lines.append($0) }
        return lines
    }

    /// Calls a function with one line after another: all at once, millions of short ones would take many times the text's
    /// memory.
    func forEachLine(_ take: ([Run]) -> Void) {
        guard !body.isEmpty else { return }
        guard isPlain else { return TerminalScreen.forEachLine(of: body, take) }
        var rest = body.utf8
        while let end = rest.firstIndex(of: 0x0A) {
            take(Self.plainLine(rest[..<end]))
            rest = rest[rest.index(after: end)...]
        }
        take(Self.plainLine(rest))
    }

    private static func plainLine(_ bytes: Substring.UTF8View) -> [Run] {
        bytes.isEmpty ? [] : [Run(text: String(Substring(bytes)), style: TextStyle())]
    }

    private var isPlain: Bool {
        !body.utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F || $0 == 0xC2 }
    }
}

/// Follows a text as a terminal does, a line at a time.
private struct TerminalScreen {
    private let takeLine: ([TerminalText.Run]) -> Void
    private var line: [(scalar: Unicode.Scalar, style: TextStyle)] = []
    private var column = 0
    private var style = TextStyle()

    static func forEachLine(of text: Substring, _ take: ([TerminalText.Run]) -> Void) {
        withoutActuallyEscaping(take) { take in
            var screen = TerminalScreen(takeLine: take)
            var rest = text.unicodeScalars[...]
            while let scalar = rest.popFirst() { screen.take(scalar, &rest) }
            screen.endLine()
        }
    }

    private init(takeLine: @escaping ([TerminalText.Run]) -> Void) {
        self.takeLine = takeLine
    }

    private mutating func take(_ scalar: Unicode.Scalar, _ rest: inout Substring.UnicodeScalarView) {
        switch scalar {
        case "\n": endLine()
        case "\r": column = 0
        case "\u{8}": column = max(0, column - 1)
        case "\t": put(scalar)
        case "\u{1B}": obey(EscapeSequence(&rest))
        case "\u{9B}": obey(EscapeSequence(controlSequence: &rest))
        case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value): break
        default: put(scalar)
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        if column < line.count { line[column] = (scalar, style) } else { line.append((scalar, style)) }
        column += 1
    }

    private mutating func obey(_ sequence: EscapeSequence) {
        switch sequence {
        case .style(let parameters): style.apply(parameters)
        case .eraseInLine(0): line.removeSubrange(min(column, line.count)...)
        case .eraseInLine(2):
            line.removeAll()
            column = 0
        case .eraseInLine, .other: break
        }
    }

    private mutating func endLine() {
        var runs: [TerminalText.Run] = []
        for (scalar, style) in line {
            if runs.last?.style == style {
                runs[runs.count - 1].text.unicodeScalars.append(scalar)
            } else {
                runs.append(TerminalText.Run(text: String(scalar), style: style))
            }
        }
        takeLine(runs)
        line.removeAll(keepingCapacity: true)
        column = 0
    }
}
