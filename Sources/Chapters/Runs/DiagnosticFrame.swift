public struct DiagnosticFrame {
    public enum Role { case headline, place, source, caret, note }
    public struct Line { public let role: Role; public let text: String }
    public var lines: [Line]
    public init(_ d: Diagnostic, chapter: Chapter) {
        lines = [Line(role: .headline, text: "\(d.severity.rawValue): \(d.message)")]
        if let l = d.location {
            lines.append(Line(role: .place, text: " --> \(chapter.path):\(l.line)\(l.column.map { ":\($0)" } ?? "")"))
            lines.append(Line(role: .source, text: "  | " + chapter.text(ofLine: l.line)))
            if let c = l.column { lines.append(Line(role: .caret, text: "  | " + String(repeating: " ", count: c - 1) + String(repeating: "^", count: l.length))) }
        }
        for n in d.notes { lines += DiagnosticFrame(n, chapter: chapter).lines }
    }
}
