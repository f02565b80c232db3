import Chapters

/// The table of contents: the headings of the upper three levels.
struct ContentsView: View {
    let headings: [Heading]
    let words: Words

    var markup: Markup {
        let shown = headings.filter { $0.level <= 3 }
        guard shown.count > 1, let top = shown.map(\.level).min() else { return "" }
        let items = shown.map { heading -> Markup in
            """
            <li class="level\(heading.level - top + 1)">\
            <a href="\(PageAnchor.link(to: heading.anchor))">\(trusted: UnbrokenWords.html(of: heading.html.withoutLinks))</a></li>

            """
        }
        return """
            <nav class="contents" aria-label="\(words.contents)"><details open><summary>\(words.contents)</summary>
            <ol>
            \(items.joined())</ol></details></nav>

            """
    }
}

extension String {
    /// Inline HTML without its links and identifiers: a link cannot stand in a link, nor a name twice in a page.
    fileprivate var withoutLinks: String {
        replacing(/<\/?a\b[^>]*>/, with: "").replacing(/\sid="[^"]*"/, with: "")
    }
}
