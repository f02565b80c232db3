import Chapters

/// What tells a chapter's content from every other, part by part: fingerprints of all that a report is woven from.
public struct ChapterFingerprint: Codable, Equatable, Sendable {
    /// The whole text; how its lines end does not count.
    let text: String
    /// The text without its cells: front matter and prose.
    let prose: String
    let cells: [CellFingerprint]
    /// The image files that the prose shows, by address.
    let images: [String: String]

    /// - Parameter images: fingerprints of the files, by the addresses that the prose gives.
    public init(of chapter: Chapter, images: [String: String]) {
        let prose = WrittenChapter(chapter).parts.filter(\.isProse).flatMap(\.lines)
        text = ContentHash.of(chapter.lines)
        self.prose = ContentHash.of(prose)
        cells = chapter.cells.map(CellFingerprint.init)
        self.images = images
    }
}

/// What tells a cell from every other.
struct CellFingerprint: Codable, Equatable, Sendable, PairableCell {
    /// Its place among the chapter's cells, counted from one.
    let number: Int
    let label: String
    /// The chapter's line of the source's first line.
    let line: Int
    /// Of the source as the author wrote it.
    let text: String
    /// Of the option lines.
    let options: String
    /// Fingerprints of the Swift files that it includes, by path.
    let included: [String: String]
    /// Fingerprints of the files that it reads while it runs, by path.
    let data: [String: String]

    init(of cell: Cell) {
        (number, label, line) = (cell.number, cell.label, cell.line)
        text = ContentHash.of([cell.source])
        options = ContentHash.of([String(cell.content.dropLast(cell.source.count))])
        included = Dictionary(cell.included.map { ($0.path, ContentHash.of([$0.text])) }) { $1 }
        data = Dictionary(cell.data.map { ($0.path, $0.fingerprint) }) { $1 }
    }
}

extension WrittenChapter.Part {
    fileprivate var isProse: Bool {
        switch content {
        case .frontMatter, .prose: true
        case .cell: false
        }
    }
}
