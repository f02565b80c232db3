import Chapters

/// What stands at the head of a report in Markdown: the front matter, and what the command line set.
struct MarkdownTitle {
    let woven: WovenChapter
    let words: Words

    /// Nil where there is nothing to say.
    var text: String? {
        let frontMatter = woven.chapter.frontMatter
        let title = frontMatter.title.map { "# \(MarkdownText.escaped($0))" }
        let subtitle = frontMatter.subtitle.map { "**\(MarkdownText.escaped($0))**" }
        let names = [frontMatter.author, frontMatter.date].compactMap { $0 }.map(MarkdownText.escaped)
        let byline = names.isEmpty ? nil : "*\(names.joined(separator: " · "))*"
        let settings = woven.parameters.map { MarkdownBlock.code("\($0.name) = \($0.value)") }
        let parameters = settings.isEmpty ? nil : "\(words.runWith) \(settings.joined(separator: " "))"
        let lines = [title, subtitle, byline, frontMatter.abstract, parameters].compactMap { $0 }
        return lines.isEmpty ? nil : lines.joined(separator: "\n\n")
    }
}
