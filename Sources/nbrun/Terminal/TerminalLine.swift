import Chapters

/// What is written to the terminal, safe by construction: what is interpolated is shown as text and can command nothing.
///
///     let label = "train\u{1B}[2J"
///     let line: TerminalLine = "\(terminal.styled("✓", .success)) \(label)"   // ✓ train␛[2J
struct TerminalLine: ExpressibleByStringInterpolation {
    private(set) var text: String

    init(stringLiteral value: String) {
        text = value
    }

    init(stringInterpolation interpolation: Interpolation) {
        text = interpolation.text
    }

    /// A text in a style.
    init(_ content: String, selectGraphicRendition parameters: String) {
        text = "\u{1B}[\(parameters)m\(VisibleText.of(content))\u{1B}[0m"
    }

    /// The same where a line break would leave the line that is rewritten.
    var onOneLine: TerminalLine {
        var line = self
        line.text = text.replacing("\n", with: "␊")
        return line
    }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        mutating func appendInterpolation(_ content: some StringProtocol) {
            text += VisibleText.of(content)
        }

        mutating func appendInterpolation(_ number: Int) {
            text += String(number)
        }

        mutating func appendInterpolation(_ line: TerminalLine) {
            text += line.text
        }
    }
}
