/// A diagnostic as a person reads it: what, where, and the chapter's own line with a caret below the place.
///
///     error: cannot find 'modle' in scope
///       --> notebooks/ch6.md:112:1
///         |
///     112 | modle.summary()
///         | ^^^^^
///         = did you mean 'model'?
///
/// The pieces have roles and no colours: a terminal and a page each style them in their own way.
public struct DiagnosticFrame: Equatable, Sendable {
    /// What a piece of a line is.
    public enum Role: Equatable, Sendable {
        case severity(Diagnostic.Severity)
        case message
        /// The line number, the rule beside the source, the arrow.
        case gutter
        /// `notebooks/ch6.md:112:1`; the line is nil where it is another file's than the chapter's.
        case place(line: Int?)
        case source
        /// The part of the source line that is meant.
        case marked
        case caret
    }

    /// A piece of a line.
    public struct Span: Equatable, Sendable {
        public let role: Role
        public let text: String
    }

    /// One line, without a line break.
    public struct Line: Equatable, Sendable {
        public let spans: [Span]
        public var text: String { spans.map(\.text).joined() }
    }

    public let severity: Diagnostic.Severity
    public let lines: [Line]

    public init(_ diagnostic: Diagnostic, chapter: Chapter) {
        severity = diagnostic.severity
        lines = Self.lines(of: diagnostic, chapter: chapter, gutter: Gutter(of: diagnostic))
    }

    /// The frame as plain text.
    public var text: String { lines.map(\.text).joined(separator: "\n") }

    private static func lines(of diagnostic: Diagnostic, chapter: Chapter, gutter: Gutter) -> [Line] {
        var lines = [headline(diagnostic)]
        if let location = diagnostic.location {
            lines += excerpt(MarkedLine(chapter.text(at: location), at: location), location, chapter, gutter)
        }
        for note in diagnostic.notes {
            if note.location == nil {
                let rule = Span(role: .gutter, text: gutter.blank + " = ")
                lines.append(Line(spans: [rule, Span(role: .message, text: note.message)]))
            } else {
                lines += self.lines(of: note, chapter: chapter, gutter: gutter)
            }
        }
        return lines
    }

    private static func headline(_ diagnostic: Diagnostic) -> Line {
        Line(spans: [
            Span(role: .severity(diagnostic.severity), text: "\(diagnostic.severity.rawValue):"),
            Span(role: .message, text: " \(diagnostic.message)"),
        ])
    }

    private static func excerpt(
        _ line: MarkedLine, _ location: SourceLocation, _ chapter: Chapter, _ gutter: Gutter
    ) -> [Line] {
        let column = location.column.map { ":\($0)" } ?? ""
        let place = Span(
            role: .place(line: location.file == nil ? location.line : nil),
            text: "\(location.file ?? chapter.path):\(location.line)\(column)")
        var source = [
            Span(role: .gutter, text: "\(gutter.number(location.line)) | "), Span(role: .source, text: line.before),
        ]
        if !line.marked.isEmpty { source.append(Span(role: .marked, text: line.marked)) }
        if !line.after.isEmpty { source.append(Span(role: .source, text: line.after)) }
        var lines = [
            Line(spans: [Span(role: .gutter, text: "\(gutter.blank)--> "), place]),
            Line(spans: [Span(role: .gutter, text: "\(gutter.blank) |")]),
            Line(spans: source),
        ]
        if let underline = line.underline {
            let rule = Span(role: .gutter, text: "\(gutter.blank) | ")
            lines.append(Line(spans: [rule, Span(role: .caret, text: underline)]))
        }
        return lines
    }
}

/// The column of line numbers, as wide as the widest of a diagnostic and its notes.
private struct Gutter {
    let width: Int

    init(of diagnostic: Diagnostic) {
        let places = ([diagnostic] + diagnostic.notes).compactMap(\.location)
        width = places.map { String($0.line).count }.max() ?? 1
    }

    var blank: String { String(repeating: " ", count: width) }

    func number(_ line: Int) -> String {
        let digits = String(line)
        return String(repeating: " ", count: width - digits.count) + digits
    }
}
