import Chapters

/// A chapter and what its run gave, as one HTML file that needs nothing else.
///
///     let report = Report(chapter: chapter, run: record, showsTimings: false)
///     report.html   // <!DOCTYPE html>…
///
/// A pure function: the same chapter and the same run give the same bytes.
public struct Report: Sendable {
    public let html: String

    /// - Parameter showsTimings: whether each cell says how many seconds it ran.
    public init(chapter: Chapter, run: RunRecord, showsTimings: Bool = false) {
        let chapter = chapter.namedByItsFile
        let woven = WovenChapter(chapter, run)
        let words = Words.in(chapter.frontMatter.lang)
        let parts = woven.parts.map { part in
            switch part {
            case .prose(let prose): ProseView(prose: prose, words: words).markup
            case .cell(let cell): CellView(woven: cell, words: words, showsTimings: showsTimings).markup
            }
        }
        html =
            Page(
                title: chapter.title, language: chapter.frontMatter.lang, words: words,
                contents: ContentsView(headings: woven.headings, words: words).markup,
                body: """
                    \(TitleBlock(woven: woven, words: words))\
                    \(parts.joined())\
                    \(ChapterSourceView(chapter: chapter, words: words))
                    """
            ).html
    }
}
