/// What a terminal would show of a text, line by line.
///
/// 1. Colours and the like (`ESC [ … m`) become styles.
/// 2. A carriage return or a backspace moves back, and what follows overwrites; `ESC [ K` erases. So a progress bar that
///    was redrawn a thousand times is its last state.
/// 3. Every other escape sequence and control character is left out.
struct TerminalText: Equatable {
    /// A piece of a line in one style.
    struct Run: Equatable {
        var text: String
        let style: TextStyle
    }

    let lines: [[Run]]

    init(_ text: String) {
        let body = text.hasSuffix("\n") ? text.dropLast() : text[...]
        if body.isEmpty {
            lines = []
        } else if body.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F || $0 == 0xC2 }) {
            lines = TerminalScreen.lines(of: body)
        } else {
            lines = body.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
                $0.isEmpty ? [] : [Run(text: String(Substring($0)), style: TextStyle())]
            }
        }
    }
}

/// Follows a text as a terminal does, a line at a time.
private struct TerminalScreen {
    private var lines: [[TerminalText.Run]] = []
    private var line: [(scalar: Unicode.Scalar, style: TextStyle)] = []
    private var column = 0
    private var style = TextStyle()

    static func lines(of text: Substring) -> [[TerminalText.Run]] {
        var screen = TerminalScreen()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() { screen.take(scalar, &rest) }
        screen.endLine()
        return screen.lines
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
        lines.append(runs)
        line.removeAll(keepingCapacity: true)
        column = 0
    }
}
