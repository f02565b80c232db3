import Chapters
import Display

/// A chapter and its run put together: what a reader gets to see, in order, before any format is chosen.
struct WovenChapter {
    /// A stretch of it.
    enum Part {
        case prose(Prose)
        case cell(WovenCell)
    }

    let chapter: Chapter
    let parts: [Part]
    /// What the command line set.
    let parameters: [InjectedParameter]
    /// The cell that declares the parameters.
    let parametersCell: Cell?

    init(_ chapter: Chapter, _ run: RunRecord) {
        self.chapter = chapter
        parameters = run.parameters
        parametersCell = run.parameters.isEmpty ? nil : chapter.cells.first(where: \.options.isParameters)
        parts = chapter.blocks.map { block in
            switch block {
            case .prose(let prose): .prose(prose)
            case .cell(let cell): .cell(WovenCell(cell, Self.record(of: cell, in: run), run.parameters, chapter))
            }
        }
    }

    /// The cells, in order.
    var cells: [WovenCell] {
        parts.compactMap { part in
            if case .cell(let cell) = part { cell } else { nil }
        }
    }

    /// The headings of the prose, in order.
    var headings: [Heading] {
        parts.flatMap { part -> [Heading] in
            if case .prose(let prose) = part { prose.headings } else { [] }
        }
    }

    private static func record(of cell: Cell, in run: RunRecord) -> CellRecord {
        run.cells.indices.contains(cell.number - 1) ? run.cells[cell.number - 1] : CellRecord(status: .notRun)
    }
}

extension Chapter {
    /// The same chapter without the folder that it lies in: from wherever it is run, its report is the same.
    var namedByItsFile: Chapter {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return Chapter(path: name, frontMatter: frontMatter, blocks: blocks, lines: lines, warnings: warnings)
    }
}
