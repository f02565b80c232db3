import Chapters

/// Prose as cmark gives it, with a link at each heading.
struct ProseView: View {
    let prose: Prose
    let words: Words

    var markup: Markup {
        var html = prose.html
        for heading in prose.headings {
            let element = "<h\(heading.level) id=\"\(heading.anchor)\">\(heading.html)"
            let link: Markup =
                " <a class=\"anchor\" href=\"\(PageAnchor.link(to: heading.anchor))\" aria-label=\"\(words.sectionLink)\"></a>"
            if let range = html.firstRange(of: element) {
                html.insert(contentsOf: link.html, at: range.upperBound)
            }
        }
        return Markup(trusted: UnbrokenWords.html(of: html))
    }
}
