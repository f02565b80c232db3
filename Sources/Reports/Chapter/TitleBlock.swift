import Chapters

/// What stands at the head of a report: the front matter, and what the command line set.
struct TitleBlock: View {
    let woven: WovenChapter
    let words: Words

    var markup: Markup {
        let lines = [title, subtitle, byline, abstract, parameters].compactMap { $0 }
        return lines.isEmpty ? "" : "<header class=\"title\">\n\(lines.joined(separator: "\n"))\n</header>\n"
    }

    private var title: Markup? {
        woven.chapter.frontMatter.title.map { "<h1>\($0)</h1>" }
    }

    private var subtitle: Markup? {
        woven.chapter.frontMatter.subtitle.map { "<p class=\"subtitle\">\($0)</p>" }
    }

    private var abstract: Markup? {
        woven.chapter.frontMatter.abstractHTML.map {
            "<div class=\"abstract\">\n\(trusted: UnbrokenWords.html(of: $0))</div>"
        }
    }

    private var byline: Markup? {
        let author: Markup? = woven.chapter.frontMatter.author.map { "<span class=\"author\">\($0)</span>" }
        let date: Markup? = woven.chapter.frontMatter.date.map { "<span class=\"date\">\($0)</span>" }
        let parts = [author, date].compactMap { $0 }
        return parts.isEmpty ? nil : "<p class=\"byline\">\(parts.joined(separator: " · "))</p>"
    }

    private var parameters: Markup? {
        guard let cell = woven.parametersCell else { return nil }
        let settings = woven.parameters.map { "<code>\($0.name) = \($0.value)</code>" as Markup }
        return """
            <p class="parameters"><a href="\(PageAnchor.link(to: cell.label))">\(words.runWith)</a> \(settings.joined(separator: " "))</p>
            """
    }
}
