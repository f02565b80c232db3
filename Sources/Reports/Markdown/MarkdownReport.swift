import Chapters

/// A chapter and what its run gave, as Markdown that reads well on GitHub.
///
/// 1. The prose is the author's, line by line, but for bars in the code and the formulas of tables, and formulas in
///    quotations. The title block is made of the front matter.
/// 2. A cell is its source without the option lines; below it stands what it gave: text in fences, tables as pipe tables,
///    errors as frames. Long outputs are folded.
/// 3. Figures are SVG files in a folder beside it, and so are the images of the prose: GitHub shows no image that stands
///    in the text itself.
/// 4. A cell in a list or in a quotation stays there with what it gave.
///
/// A pure function: the same chapter and the same run give the same bytes.
public struct MarkdownReport: Sendable {
    /// A drawing that the text shows.
    public struct File: Equatable, Sendable {
        /// Without a folder.
        public let name: String
        public let text: String
    }

    public let text: String
    public let figures: [File]

    /// - Parameters:
    ///   - images: those of the prose, which lie in the folder too by the names that they have there.
    ///   - figureFolder: the name of the folder beside the report that the figures go to.
    public init(chapter: Chapter, run: RunRecord, images: ProseImages = ProseImages(), figureFolder: String) {
        let woven = WovenChapter(chapter.namedByItsFile, run)
        let words = Words.in(chapter.frontMatter.lang)
        var drawings = MarkdownDrawings(folder: figureFolder)
        var cells = woven.cells[...]
        var lines = MarkdownTitle(woven: woven, words: words).text.map { [$0] } ?? []
        let add = { (gap: [String], part: String) in lines += (lines.isEmpty ? [] : gap) + [part] }
        for part in WrittenChapter(chapter.withBarsForGitHub).parts {
            switch part.content {
            case .frontMatter: break
            case .prose:
                let text = QuotedFormulas.joined(part.lines).joined(separator: "\n")
                add([""], images.addressed(text) { FileAddress.encoded("\(figureFolder)/\($0)") })
            case .cell(let cell):
                guard let woven = cells.popFirst() else { break }
                let fence = CellFence(of: cell, in: part.lines)
                let text = MarkdownBlock.inside(fence, MarkdownCell(woven: woven, words: words).blocks(&drawings))
                // Without a blank line between them, a cell is in the same quotation as the text before it.
                if !text.isEmpty { add(fence.prefix.isEmpty || !part.gap.isEmpty ? [""] : [], text) }
            }
        }
        text = HTMLText.withoutForbidden(lines.joined(separator: "\n") + "\n")
        figures = drawings.files
    }
}

/// Numbers the drawings of a report.
struct MarkdownDrawings {
    let folder: String
    private(set) var files: [MarkdownReport.File] = []

    init(folder: String) {
        self.folder = folder
    }

    /// - Returns: the address of the drawing's file.
    mutating func add(_ svg: String) -> String {
        let name = "figure-\(files.count + 1).svg"
        files.append(.init(name: name, text: StandaloneDrawing(svg).svg))
        return FileAddress.encoded("\(folder)/\(name)")
    }
}
