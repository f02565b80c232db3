import Display

/// A value's text.
struct TextView: View {
    let text: String
    let words: Words

    var markup: Markup {
        var long = LongText(kind: "value", words: words)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { long.add("\(line)") }
        return long.markup
    }
}

/// What a cell printed.
struct StreamView: View {
    let text: String
    let stream: StandardStream
    let words: Words

    var markup: Markup {
        var long = LongText(kind: stream == .error ? "stream stderr" : "stream", words: words)
        TerminalText(text).forEachLine { runs in long.add(runs.map { StyledText(run: $0).markup }.joined()) }
        return long.markup
    }
}

/// Preformatted lines, of which only the first are open to view where there are many.
struct LongText: View {
    /// The class of the element.
    private let kind: String
    private let words: Words
    /// The lines that may all be shown.
    private var head: [Markup] = []
    /// What follows those that are shown, once there are too many.
    private var rest: Markup = ""
    private var count = 0

    /// More lines than `limit` are folded after the first `shown`: nobody opens a fold for three lines.
    static let limit = 44
    static let shown = 40

    init(kind: String, words: Words) {
        self.kind = kind
        self.words = words
    }

    mutating func add(_ line: Markup) {
        count += 1
        guard count > Self.limit else { return head.append(line) }
        if count == Self.limit + 1 {
            rest = head[Self.shown...].joined(separator: "\n")
            head.removeSubrange(Self.shown...)
        }
        rest += "\n"
        rest += line
    }

    var markup: Markup {
        guard count > 0 else { return "" }
        let shown = pre(head.joined(separator: "\n"))
        guard count > Self.limit else { return shown }
        return """
            \(shown)\
            <details class="more"><summary>\(words.moreLines(count - Self.shown))</summary>
            \(pre(rest))</details>

            """
    }

    /// The line break after the tag is not part of the text: without it, an empty first line would be lost.
    private func pre(_ lines: Markup) -> Markup {
        "<pre class=\"\(kind)\">\n\(lines)</pre>\n"
    }
}
