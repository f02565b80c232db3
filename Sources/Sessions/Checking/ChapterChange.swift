/// What is different between a chapter and the one that was run.
public enum ChapterChange: Equatable, Sendable {
    case cellText(CellName)
    case cellOptions(CellName)
    case cellFile(CellName, path: String)
    case newCell(CellName)
    case movedCell(CellName, from: Int)
    case removedCell(CellName)
    case prose
    case image(address: String)
    /// Something between the lines, such as a blank one more.
    case text

    /// How messages call a cell: by its place in the newer chapter, or where it is gone, in the older one.
    public struct CellName: Equatable, Sendable {
        let number: Int
        let label: String
        let line: Int
    }
}

extension ChapterChange {
    /// `a.md:12: cell 3 (train): its text has changed`.
    public func description(in chapter: String) -> String {
        switch self {
        case .cellText(let cell): "\(chapter):\(cell.line): \(cell): its text has changed"
        case .cellOptions(let cell): "\(chapter):\(cell.line): \(cell): its options have changed"
        case .cellFile(let cell, let path): "\(chapter):\(cell.line): \(cell): \(path) has changed"
        case .newCell(let cell): "\(chapter):\(cell.line): \(cell) is new"
        case .movedCell(let cell, let number): "\(chapter):\(cell.line): \(cell) was cell \(number)"
        case .removedCell(let cell): "\(chapter): \(cell) was removed"
        case .prose: "\(chapter): the prose has changed"
        case .image(let address): "\(chapter): the image '\(address)' has changed"
        case .text: "\(chapter): its text has changed"
        }
    }
}

extension ChapterChange.CellName: CustomStringConvertible {
    init(_ cell: CellFingerprint) {
        self.init(number: cell.number, label: cell.label, line: cell.line)
    }

    /// The label that a cell has without an author's is only its number again.
    public var description: String { label == "cell-\(number)" ? "cell \(number)" : "cell \(number) (\(label))" }
}
