import Chapters

extension Cell {
    /// The chapter's line of a cell that speaks of its own place, as by `#line`; nil for any other.
    var mentionedLine: Int? {
        // Parsing takes longer than finding out that there is nothing to find.
        source.contains("#") && CellAnalysis(of: source).mentionsItsPosition ? line : nil
    }
}
