import Chapters
import Foundation

/// What a cell is called at the terminal, for more room or less.
struct CellTitle {
    /// `[3/14] ch6.md:57 train-small`.
    let full: String
    /// `[3/14] train-small`; a longer label is cut.
    let short: String
    /// `[3/14]`.
    let number: String

    private static let longestLabel = 20

    init(of cell: Cell, in chapter: Chapter) {
        let file = (chapter.path as NSString).lastPathComponent.replacing("\n", with: "␊")
        number = "[\(cell.number)/\(chapter.cells.count)]"
        full = "\(number) \(file):\(cell.line) \(cell.label)"
        short = "\(number) \(cell.label.shortened(to: Self.longestLabel))"
    }

    /// The widest of them that fits beside what takes so many columns.
    func fitting(_ width: Int, beside taken: Int) -> String {
        [full, short].first { $0.columns + taken <= width } ?? number.shortened(to: width - taken)
    }
}
