import Chapters

/// A diagnostic in the page: the same characters as at the terminal, in colours, and with a link to the line.
struct FrameView: View {
    let frame: DiagnosticFrame

    var markup: Markup {
        let lines = frame.lines.map { line -> Markup in
            let spans = line.spans.map(Self.span).joined()
            return line.isHeadline ? "<span class=\"headline\">\(spans)</span>" : spans
        }
        return """
            <pre class="frame \(frame.severity.rawValue)" dir="ltr">\
            <code>\(lines.joined(separator: "\n"))</code></pre>

            """
    }

    private static func span(_ span: DiagnosticFrame.Span) -> Markup {
        switch span.role {
        case .severity(let severity): "<b class=\"\(severity.rawValue)\">\(span.text)</b>"
        case .message: "<span class=\"message\">\(span.text)</span>"
        case .gutter: "<span class=\"gutter\">\(span.text)</span>"
        case .place(nil): "\(span.text)"
        case .place(let line?): "<a href=\"#\(PageAnchor.line(line))\">\(span.text)</a>"
        case .source: "\(span.text)"
        case .marked: "<mark>\(span.text)</mark>"
        case .caret: "<span class=\"caret\">\(span.text)</span>"
        }
    }
}

extension DiagnosticFrame.Line {
    /// A line that may be broken where it is too long, since nothing stands below it in columns.
    fileprivate var isHeadline: Bool {
        if case .severity = spans.first?.role { true } else { false }
    }
}
