import Display

/// A value's text.
struct TextView: View {
    let text: String
    let words: Words

    var markup: Markup {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Markup("\($0)") }
        return LongText(lines: lines, kind: "value", words: words).markup
    }
}

/// What a cell printed.
struct StreamView: View {
    let text: String
    let stream: StandardStream
    let words: Words

    var markup: Markup {
        let lines = TerminalText(text).lines.map { runs in runs.map { StyledText(run: $0).markup }.joined() }
        guard !lines.isEmpty else { return "" }
        return LongText(lines: lines, kind: stream == .error ? "stream stderr" : "stream", words: words).markup
    }
}

/// Preformatted lines, of which only the first are open to view where there are many.
struct LongText: View {
    let lines: [Markup]
    /// The class of the element.
    let kind: String
    let words: Words

    /// More lines than `limit` are folded after the first `shown`: nobody opens a fold for three lines.
    static let limit = 44
    static let shown = 40

    var markup: Markup {
        guard lines.count > Self.limit else { return pre(lines) }
        return """
            \(pre(lines.prefix(Self.shown)))\
            <details class="more"><summary>\(words.moreLines(lines.count - Self.shown))</summary>
            \(pre(lines.dropFirst(Self.shown)))</details>

            """
    }

    /// The line break after the tag is not part of the text: without it, an empty first line would be lost.
    private func pre(_ lines: some Sequence<Markup>) -> Markup {
        "<pre class=\"\(kind)\">\n\(lines.joined(separator: "\n"))</pre>\n"
    }
}
