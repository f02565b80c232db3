/// What stands behind a fence: of `swift`, the first word makes the block a cell.
///
///     FenceInfo("swift").isCell          // true
///     FenceInfo("{swift}").isCell        // false, which is told: other tools write their cells so
///     FenceInfo("{.swift}").isCell       // false: code that is only shown
struct FenceInfo {
    private let text: String
    private let firstWord: Substring

    init(_ info: String) {
        text = info
        firstWord = info.split(whereSeparator: \.isWhitespace).first ?? ""
    }

    var isCell: Bool { firstWord == "swift" }

    /// What other tools, or another case of letters, would make a cell of, and options where none are read.
    func problem(line: Int) -> ChapterProblem? {
        if isCell {
            let rest = text.drop(while: \.isWhitespace).dropFirst("swift".count).drop(while: \.isWhitespace)
            return rest.isEmpty ? nil : .fenceOptions(String(rest), line: line)
        }
        let isMeant = text.wholeMatch(of: /\s*(?:\{\s*swift\b[^{}]*\}.*|swift\s*(?:[\s{,].*)?)/.ignoresCase()) != nil
        return isMeant ? .fenceIsNoCell(text, line: line) : nil
    }
}
