import Display

/// The list of several chapters' reports, as one HTML file that stands beside them.
///
///     IndexPage(entries: [.init(title: "Tensors", path: "ch1.md", report: "ch1.html", state: .succeeded)]).html
public struct IndexPage: Sendable {
    /// One chapter.
    public struct Entry: Sendable {
        /// How the chapter's run ended.
        public enum State: String, Sendable {
            case succeeded, failed
        }

        public let title: String
        /// How the chapter was named.
        public let path: String
        /// The report's address, seen from the list; nil where none could be written.
        public let report: String?
        public let state: State
        /// What went wrong, in a few words; may be empty.
        public let remark: String
        public let language: String?

        public init(
            title: String, path: String, report: String?, state: State, remark: String = "", language: String? = nil
        ) {
            self.title = title
            self.path = path
            self.report = report
            self.state = state
            self.remark = remark
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
        <li class="\(entry.state.rawValue)"\(entry.language.map { " lang=\"\($0)\"" as Markup })>\(title)\
        <span class="path">\(entry.path)</span>\
        \(entry.remark.isEmpty ? nil : "<span class=\"remark\">\(entry.remark)</span>" as Markup)</li>

        """
    }

    private var title: Markup {
        guard let report = entry.report else { return "<b>\(entry.title)</b> " }
        return "<a href=\"\(report)\">\(entry.title)</a> "
    }
}
