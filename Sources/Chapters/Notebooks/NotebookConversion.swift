internal import JSONCoding

/// A notebook turned into a chapter.
///
/// 1. A Markdown cell is prose. A code cell is a fence of Swift, its `//|` lines as they stand; its outputs are left behind.
///    What only its metadata says of it becomes options, and what other kernels run becomes comments (`NotebookCode`).
/// 2. A first raw cell between `---` lines is the front matter. Any other raw cell is a fence of the word `raw` and its
///    media type, which a chapter only shows.
/// 3. Attached images are files, to which the addresses `attachment:…` now lead.
/// 4. A fence is longer than any run of backticks in it. One blank line stands between two cells, or what the notebook
///    says of the chapter that it was made from.
/// 5. Markdown cells that would be read as one, such as two lists, have a line `<!-- -->` between them.
/// 6. The text is read again, and must give the same code cells. Where it does not, a fence of Swift inside of a Markdown
///    cell gets the word `{.swift}`, which is shown and not run, and what a Markdown cell leaves open is closed; each
///    of these repairs is told.
package struct NotebookConversion {
    package let text: String
    package let images: [NotebookImage]
    /// Sentences, each with the place in the notebook.
    package let warnings: [String]

    /// - Parameter imageFolder: the folder beside the chapter that the images go to.
    package init(_ notebook: Notebook, imageFolder: String) throws(NotebookProblem) {
        var attached = AttachedImages(folder: imageFolder)
        let codes = notebook.cells.enumerated().map { $1.kind == .code ? NotebookCode($1, at: $0) : nil }
        let cells = notebook.cells.enumerated().map { index, cell in
            var cell = attached.replace(in: cell, at: index)
            cell.source = codes[index]?.source ?? cell.source
            return cell
        }
        let told = attached.warnings + codes.flatMap { $0?.warnings ?? [] }
        images = attached.images
        let end = notebook.metadata["nbrun"]?["end"].flatMap(ChapterPlace.blankLines)
        let plain = AssembledChapter(cells, end: end, isRepaired: false)
        if plain.misreadCell == nil {
            (text, warnings) = (plain.text, told)
        } else {
            let repaired = AssembledChapter(cells, end: end, isRepaired: true)
            if let cell = repaired.misreadCell { throw .inseparable(cell: cell) }
            (text, warnings) = (repaired.text, told + repaired.repairs)
        }
    }
}

/// Cells written one after another into a chapter's text.
private struct AssembledChapter {
    private(set) var lines: [String] = []
    private(set) var repairs: [String] = []
    private let cells: [NotebookCell]
    private let isRepaired: Bool
    private var isEmpty = true
    /// The lines of the Markdown cell that ends the text so far; none behind any other cell.
    private var markdownBefore: [String] = []

    init(_ cells: [NotebookCell], end: [String]?, isRepaired: Bool) {
        self.cells = cells
        self.isRepaired = isRepaired
        for (index, cell) in cells.enumerated() {
            add(cell, at: index)
            if cell.kind != .markdown { markdownBefore = [] }
        }
        lines += end ?? ChapterPlace.usualEnd
    }

    var text: String { lines.joined(separator: "\n") }

    private mutating func add(_ cell: NotebookCell, at index: Int) {
        let place = isRepaired ? ChapterPlace() : ChapterPlace(cell.metadata["nbrun"])
        switch cell.kind {
        case .code:
            add((place.fence ?? CellFence(around: cell.source)).lines(around: cell.source), place.gap)
        case .raw where index == 0 && cell.isFrontMatter:
            add(cell.lines, place.gap)
        case .raw:
            let type = cell.metadata["raw_mimetype"]?.string ?? cell.metadata["format"]?.string
            let info = "raw" + (type.map { " \($0.filter { !$0.isNewline && $0 != "`" })" } ?? "")
            add(CellFence(around: cell.source, info: info).lines(around: cell.source), place.gap)
        case .markdown:
            let markdown = isRepaired ? SeparableMarkdown(cell.source) : nil
            repairs += (markdown?.repairs ?? []).map { "cells[\(index)]: \($0)" }
            let lines = markdown?.lines ?? place.prose(of: cell.lines)
            separate(from: lines)
            // A rule in the first line of a chapter would begin its front matter, in a later one where it looks like it.
            let isRule = isEmpty && lines.first?.hasPrefix("---") == true
            let isLikeFrontMatter = ChapterText("\n" + lines.joined(separator: "\n")).frontMatter != nil
            let guardLine = isLikeFrontMatter ? "<!-- -->" : ""
            if !lines.isEmpty {
                add(lines, isRepaired && isRule ? [guardLine] : place.gap)
                markdownBefore = lines
            }
        }
    }

    /// Keeps a Markdown cell apart from the one before it where the text would join them.
    private mutating func separate(from next: [String]) {
        guard !markdownBefore.isEmpty, !next.isEmpty else { return }
        let end = SeparableMarkdown.end(of: markdownBefore).map { [$0] } ?? []
        lines += end
        if SeparableMarkdown.joins(markdownBefore + end, next) { lines += ["", SeparableMarkdown.separator] }
    }

    private mutating func add(_ part: [String], _ gap: [String]?) {
        lines += (gap ?? ChapterPlace.usualGap(at: isEmpty ? 0 : 1)) + part
        isEmpty = false
    }

    /// The place of the first cell that the text does not give back; nil where it gives back all.
    var misreadCell: Int? {
        var parser = ChapterParser(text)
        let hasFrontMatter = cells.first.map { $0.kind == .raw && $0.isFrontMatter } ?? false
        guard (parser.text.frontMatter != nil) == hasFrontMatter, !parser.text.frontMatterHasNoEnd else { return 0 }
        let read = parser.cells().map(\.content)
        let code = cells.indices.filter { cells[$0].kind == .code }
        for (place, index) in code.enumerated() where place >= read.count || read[place] != cells[index].source {
            return index
        }
        return read.count > code.count ? code.last ?? 0 : nil
    }
}

extension NotebookCell {
    /// The lines from the first to the last that is not blank.
    fileprivate var lines: [String] { source.linesWithoutBlankEnds }

    /// Whether it is YAML between rules, and nothing else.
    fileprivate var isFrontMatter: Bool {
        let text = ChapterText(lines.joined(separator: "\n"))
        return text.frontMatter != nil && text.frontMatterLines.count == text.lines.count
    }
}

extension ChapterParser {
    /// The cells, whatever else may be wrong with the chapter.
    mutating func cells() -> [Cell] {
        blocks { _ in nil }.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
    }
}
