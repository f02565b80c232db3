import Chapters
import Foundation
import Sessions

/// A chapter whose session lives on from one save to the next.
final class WatchedChapter {
    let path: String
    var session: Session?
    /// Told what happens while the chapter runs.
    let observer: (RunNotice) -> Void
    /// The text that the last run was of.
    private(set) var text: Data?
    private var newest: (modified: Date?, size: Int, cells: [Cell])?

    init(path: String, observer: @escaping (RunNotice) -> Void) {
        self.path = path
        self.observer = observer
    }

    /// Whether the file holds another text than that of the last run; from then on it is the last run's.
    func takeChange() -> Bool {
        let current = FileManager.default.contents(atPath: path)
        guard current != text else { return false }
        text = current
        return true
    }

    /// Whether the chapter was saved meanwhile with a change in or before this cell: going on with it is in vain.
    func isOutdated(_ cell: Cell, of chapter: Chapter) -> Bool {
        guard let cells = cellsOnDisk() else { return false }
        let old = chapter.cells.prefix(cell.number)
        return cells.count < old.count
            || zip(old, cells).contains { $0.source != $1.source || $0.options != $1.options }
    }

    private func cellsOnDisk() -> [Cell]? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let (modified, size) = (attributes?[.modificationDate] as? Date, attributes?[.size] as? Int ?? 0)
        if let newest, newest.modified == modified, newest.size == size { return newest.cells }
        guard let data = FileManager.default.contents(atPath: path),
            let chapter = try? Chapter(parsing: String(decoding: data, as: UTF8.self), path: path)
        else { return nil }
        newest = (modified, size, chapter.cells)
        return chapter.cells
    }
}
