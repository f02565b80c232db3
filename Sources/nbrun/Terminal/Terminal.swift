import Chapters
import Foundation

/// What nbrun says to the person who started it: results on standard output, everything else on standard error.
struct Terminal {
    let isQuiet: Bool
    /// Standard error is a terminal, so that a line can be rewritten.
    let isLive: Bool
    private let usesColor: Bool

    init(isQuiet: Bool, allowsColor: Bool) {
        self.isQuiet = isQuiet
        let environment = ProcessInfo.processInfo.environment
        isLive = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
        usesColor = allowsColor && isLive && (environment["NO_COLOR"] ?? "").isEmpty
    }

    /// Colours by their meaning.
    enum Style: String {
        case plain = "0"
        case strong = "1"
        case faint = "2"
        case failure = "1;31"
        case success = "32"
        case warning = "33"
        case accent = "36"
    }

    func styled(_ text: String, _ style: Style) -> TerminalLine {
        usesColor && style != .plain ? TerminalLine(text, selectGraphicRendition: style.rawValue) : "\(text)"
    }

    /// The number of characters in a line, for what must not be broken.
    var width: Int {
        var size = winsize()
        return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    /// The columns for text that is broken into lines; nil where nobody looks at a terminal, and lines have any length.
    var textWidth: Int? { isLive ? width : nil }

    /// The columns for a line that is rewritten. Ctrl-C shows `^C` behind it; if that began another line, the first one
    /// would stay.
    var liveWidth: Int { max(1, width - 3) }

    /// Something that was made, such as a report's path; another program gets it byte by byte.
    func result(_ line: String) {
        let text = isatty(STDOUT_FILENO) == 1 ? VisibleText.of(line) : line
        TerminalDescriptor.write("\(text)\n", to: STDOUT_FILENO)
    }

    /// A line of progress; nothing where quiet was asked for.
    func progress(_ line: TerminalLine) {
        if !isQuiet { write("\(line)\n") }
    }

    /// A command that is run, which was asked for; it comes at any time, and from any thread.
    func command(_ line: String) {
        let start: TerminalLine = isLive ? "\r\u{1B}[K" : ""
        write("\(start)\(styled(line, .faint))\n")
    }

    /// The line that is rewritten while something goes on; only at a terminal.
    func live(_ line: TerminalLine) {
        if isLive, !isQuiet { write("\r\u{1B}[K\(line.onOneLine)") }
    }

    func clearLive() {
        if isLive, !isQuiet { write("\r\u{1B}[K") }
    }

    func error(_ message: String) {
        write("\(styled("error:", .failure)) \(message)\n")
    }

    /// Something said in passing, below a cell's line.
    func note(_ text: String) {
        note(WrappedText.lines(ofWords: text, width: textWidth))
    }

    /// The same, already in lines.
    func note(_ lines: [String]) {
        clearLive()
        lines.forEach { progress(styled($0, .faint)) }
    }

    func warn(_ message: String) {
        if !isQuiet { write("\(styled("warning:", .warning)) \(message)\n") }
    }

    /// A frame with the chapter's line; notes and warnings are part of the progress.
    func show(_ diagnostic: Diagnostic, in chapter: Chapter) {
        if isQuiet, diagnostic.severity != .error { return }
        let lines = DiagnosticFrame(diagnostic, chapter: chapter).lines.map { line in
            line.spans.reduce("" as TerminalLine) { "\($0)\(styled($1))" }
        }
        write(lines.reduce("" as TerminalLine) { "\($0)\($1)\n" })
    }

    private func styled(_ span: DiagnosticFrame.Span) -> TerminalLine {
        let style: Style =
            switch span.role {
            case .severity(.error): .failure
            case .severity(.warning): .warning
            case .severity(.note): .accent
            case .caret: .failure
            case .message, .marked: .strong
            case .gutter: .faint
            case .place, .source: .plain
            }
        return styled(span.text, style)
    }

    private func write(_ line: TerminalLine) {
        TerminalDescriptor.write(line.text, to: STDERR_FILENO)
    }
}
