import Display

/// The list of several chapters' reports, as one HTML file that stands beside them.
///
///     IndexPage(entries: [.init(title: "Tensors", path: "ch1.md", report: "ch1.html", end: .succeeded)]).html
public struct IndexPage: Sendable {
    /// One chapter.
    public struct Entry: Sendable {
        /// How the chapter's run ended.
        public enum End: Sendable, CaseIterable {
            case succeeded, cellFailed, notRun, missing, unwritten, timedOut, interrupted, died
        }

        public let title: String
        /// How the chapter was named.
        public let path: String
        /// The report's address, seen from the list; nil where none could be written.
        public let report: String?
        public let end: End
        public let language: String?

        public init(
            title: String, path: String, report: String?, end: End, language: String? = nil
        ) {
            self.title = title
            self.path = path
            self.report = report
            self.end = end
            self.language = language
        }
    }

    public let html: String

    public init(entries: [Entry]) {
        let languages = Set(entries.map(\.language))
        let language = languages.count == 1 ? languages.first! : nil
        let words = Words.in(language)
        let items = entries.map { IndexItem(entry: $0, words: words).markup }
        html =
            Page(
                title: words.chapters, language: language, words: words,
                body: """
                    <header class="title"><h1>\(words.chapters)</h1></header>
                    <ol class="chapters">
                    \(items.joined())</ol>
                    """
            ).html
    }
}

/// One chapter's line in the list.
private struct IndexItem: View {
    let entry: IndexPage.Entry
    let words: Words

    var markup: Markup {
        """
        <li class="\(entry.end == .succeeded ? "succeeded" : "failed")"\(lang(entry.language))>\(title)\
        <span class="path">\(entry.path)</span>\
        \(words.chapterEnd(entry.end).map(remark))</li>

        """
    }

    /// What went wrong, in the language of the list.
    private func remark(_ text: String) -> Markup {
        let isInOwnLanguage = entry.language == nil || Words.in(entry.language).language == words.language
        return "<span class=\"remark\"\(lang(isInOwnLanguage ? nil : words.language))>\(text)</span>"
    }

    private func lang(_ language: String?) -> Markup? {
        language.map { " lang=\"\($0)\"" }
    }

    private var title: Markup {
        guard let report = entry.report else { return "<b>\(entry.title)</b> " }
        return "<a href=\"\(report)\">\(entry.title)</a> "
    }
}
