/// A figure's caption, which is Markdown as the prose is, formulas included.
///
///     FigureCaption("The *whole* of $x$").html        // The <em>whole</em> of <math>…</math>
///     FigureCaption("The *whole* of $x$").plainText   // The whole of x
public struct FigureCaption: Equatable, Sendable {
    /// As the author wrote it, in one line.
    public let markdown: String
    /// Without a paragraph around it, unless it has several.
    public let html: String

    public init(_ markdown: String) {
        self.markdown = markdown.split(whereSeparator: \.isNewline).joined(separator: " ")
        var links = LinkRewriter { _ in nil }
        let html = ExtendedMarkdown.html(of: markdown, links: &links)
        let inner = html.dropFirst("<p>".count).dropLast("</p>\n".count)
        let isParagraph = html.hasPrefix("<p>") && html.hasSuffix("</p>\n") && !inner.contains("<p>")
        self.html = isParagraph ? String(inner) : html
    }

    /// The words; of a formula its TeX.
    public var plainText: String { InlineHTML.plainText(of: html) }
}

/// Pieces of HTML within a line.
enum InlineHTML {
    /// The words; of a formula its TeX.
    static func plainText(of html: String) -> String {
        let formulas = html.replacing(/<math.*?<annotation[^>]*>(.*?)<\/annotation>.*?<\/math>/.dotMatchesNewlines()) {
            $0.output.1
        }
        let words = formulas.replacing(/<!--.*?-->|<[^>]*>/.dotMatchesNewlines(), with: "")
        let characters = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        let text = characters.reduce(words) { $0.replacing($1.0, with: $1.1) }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
