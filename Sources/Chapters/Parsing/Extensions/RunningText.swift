/// The characters of a paragraph, with the places at which something can end.
///
/// What has no end is known not to have one, so that however much of it there is, the text is gone through once.
struct RunningText {
    let characters: [Character]
    /// Where a `$` can close a formula in a line: not escaped, not behind white space, not before a digit.
    private var inlineEnds: [Int] = []
    /// Where a `$$` can close a displayed formula.
    private var displayEnds: [Int] = []
    private var backticks: [Int] = []
    /// The last place of a run of so many backticks.
    private var lastRuns: [Int: Int] = [:]
    private var lastAngle = -1
    private var lineStarts = [0]

    init(_ text: String) {
        characters = Array(text)
        var isEscaped = false
        for (index, character) in characters.enumerated() {
            switch character {
            case "$" where !isEscaped: addDollar(at: index)
            case "`": addBacktick(at: index)
            case ">": lastAngle = index
            case "\n": lineStarts.append(index + 1)
            default: break
            }
            isEscaped = character == "\\" && !isEscaped
        }
    }

    private mutating func addDollar(at index: Int) {
        let next = index + 1 < characters.count ? characters[index + 1] : " "
        if next == "$" { displayEnds.append(index) }
        if index > 0, !characters[index - 1].isWhitespace, !next.isASCIIDigit { inlineEnds.append(index) }
    }

    private mutating func addBacktick(at index: Int) {
        backticks.append(index)
        guard index + 1 == characters.count || characters[index + 1] != "`" else { return }
        let width = characters[...index].reversed().prefix { $0 == "`" }.count
        lastRuns[width] = index + 1 - width
    }

    /// Where the formula that begins at a place ends; nil where it does not.
    func endOfFormula(from start: Int, isDisplay: Bool) -> Int? {
        guard let end = isDisplay ? displayEnds.first(from: start) : inlineEnds.first(from: start + 1) else {
            return nil
        }
        let hasCode = backticks.first(from: start).map { $0 < end } ?? false
        return hasCode && !isDisplay ? nil : end
    }

    /// Where the next run of exactly so many backticks ends; nil where there is none.
    func endOfCode(width: Int, from start: Int) -> Int? {
        guard let last = lastRuns[width], last >= start else { return nil }
        var index = start
        while index < last {
            let run = characters[index...].prefix { $0 == "`" }.count
            if run == width { return index + width }
            index += max(1, run)
        }
        return last + width
    }

    /// Where the next `>` is; nil where there is none.
    func nextAngle(from start: Int) -> Int? {
        start <= lastAngle ? characters[start...].firstIndex(of: ">") : nil
    }

    /// Line and column of a character, both counted from zero.
    func place(of index: Int) -> (line: Int, column: Int) {
        let line = lineStarts.firstPosition { $0 > index } - 1
        return (line, index - lineStarts[line])
    }
}

extension [Int] {
    /// The first of increasing numbers that is at least this one.
    fileprivate func first(from least: Int) -> Int? {
        let position = firstPosition { $0 >= least }
        return position < count ? self[position] : nil
    }

    /// The place of the first number for which something holds that holds for all behind it, too.
    fileprivate func firstPosition(where holds: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
