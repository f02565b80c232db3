internal import JSONCoding

extension Notebook {
    /// A chapter as a notebook that has not run.
    ///
    /// 1. Front matter is a raw cell; it also gives the notebook's title and author.
    /// 2. The prose between two cells is one Markdown cell, a cell one code cell with its `//|` lines; a label, tags and a
    ///    hidden source are told in the metadata too, in Jupyter's words.
    /// 3. What a chapter's text has beside that (a fence of tildes, a cell in a list, three blank lines in a row) is kept
    ///    in the metadata, under `nbrun`, so that the way back gives the same text.
    package init(of chapter: Chapter) {
        let written = WrittenChapter(chapter)
        var fence = CellFence(opening: "", prefix: "", closing: "")
        cells = written.parts.enumerated().map { index, part in
            var (cell, place) = Self.cell(of: part, behind: fence)
            fence = Self.fence(of: part)
            if part.gap != ChapterPlace.usualGap(at: index) { place.gap = part.gap }
            cell.metadata["nbrun"] = place.json
            return cell
        }
        metadata = Self.language
        metadata["title"] = chapter.frontMatter.title.map(JSON.string)
        let authors = chapter.frontMatter.authors.map { ["name": .string($0)] as JSON }
        metadata["authors"] = authors.isEmpty ? nil : .array(authors)
        if written.end != ChapterPlace.usualEnd {
            metadata["nbrun"] = ["end": .array(written.end.map(JSON.string))]
        }
    }

    private static let language: [String: JSON] = [
        "kernelspec": ["display_name": "Swift", "language": "swift", "name": "swift"],
        "language_info": [
            "codemirror_mode": "swift", "file_extension": ".swift", "mimetype": "text/x-swift", "name": "swift",
            "pygments_lexer": "swift",
        ],
    ]

    /// The fence of a cell; of anything else one without a prefix.
    private static func fence(of part: WrittenChapter.Part) -> CellFence {
        guard case .cell(let cell) = part.content else { return CellFence(opening: "", prefix: "", closing: "") }
        return CellFence(of: cell, in: part.lines)
    }

    /// - Parameter previous: the fence of the cell before it.
    private static func cell(
        of part: WrittenChapter.Part, behind previous: CellFence
    ) -> (NotebookCell, ChapterPlace) {
        let text = part.lines.joined(separator: "\n")
        switch part.content {
        // The media type keeps nbconvert from setting YAML among the text.
        case .frontMatter:
            return (NotebookCell(.raw, text, metadata: ["raw_mimetype": "application/yaml"]), ChapterPlace())
        case .prose:
            let indent = ProseIndent(of: part.lines, behind: previous)
            let lines = indent?.removed(from: part.lines) ?? part.lines
            let joined = QuotedFormulas.joined(lines)
            let place = ChapterPlace(written: joined == lines ? nil : lines, indent: indent)
            return (NotebookCell(.markdown, joined.joined(separator: "\n")), place)
        case .cell(let cell):
            let fence = fence(of: part)
            let isUsual = fence == CellFence(around: cell.content)
            return (NotebookCell(cell), ChapterPlace(fence: isUsual ? nil : fence))
        }
    }
}

extension NotebookCell {
    fileprivate init(_ cell: Cell) {
        self.init(.code, cell.content)
        let options = cell.options
        metadata["name"] = options.label.map(JSON.string)
        let tags = options.tags.filter { !$0.isEmpty && !$0.contains(",") }
        if !tags.isEmpty {
            metadata["tags"] = .array(Set(tags).sorted().map(JSON.string))
        }
        if !options.echo || options.codeFold { metadata["jupyter"] = ["source_hidden": true] }
    }
}
