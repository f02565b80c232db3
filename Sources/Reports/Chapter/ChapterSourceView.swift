import Chapters

/// The whole chapter as it was written, folded, at the end of the page: links to lines lead here.
struct ChapterSourceView: View {
    let chapter: Chapter
    let words: Words

    var markup: Markup {
        let lines = chapter.lines.enumerated().map { index, line -> Markup in
            "<span class=\"line\" id=\"\(PageAnchor.line(index + 1))\">\(line)\n</span>"
        }
        return """
            <details class="chapter-source"><summary>\(words.chapterSource) <code>\(chapter.path)</code></summary>
            <pre class="lines" dir="ltr"><code>\(lines.joined())</code></pre>
            </details>

            """
    }
}
