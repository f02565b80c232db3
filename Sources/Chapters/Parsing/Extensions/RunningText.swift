/// The characters of a paragraph, with the places at which something can end.
///
/// What has no end is known not to have one, so that however much of it there is, the text is gone through once.
struct RunningText {
    let characters: [Character]
    /// Where a `$` is that is not escaped.
    private var dollars: [Int] = []
    /// Where a `$$` can close a displayed formula.
    private var displayEnds: [Int] = []
    private var backticks: [Int] = []
    /// The last place of a run of so many backticks.
    private var lastRuns: [Int: Int] = [:]
    private var lastAngle = -1
    /// The last end of each kind of raw HTML.
    private var lastEnds: [RawEnd: Int] = [:]
    private var lineStarts = [0]
    private var texts = TeXTexts()

    /// What ends a piece of raw HTML that is no tag.
    enum RawEnd: String, CaseIterable {
        case comment = "-->"
        case instruction = "?>"
        case data = "]]>"
    }

    init(_ text: String) {
        characters = Array(text)
        var isEscaped = false
        for (index, character) in characters.enumerated() {
            switch character {
            case "$" where !isEscaped: addDollar(at: index)
            case "`": addBacktick(at: index)
            case ">": addAngle(at: index)
            case "{" where !isEscaped: texts.open(at: index, in: characters)
            case "}" where !isEscaped: texts.close(at: index)
            case "\n": lineStarts.append(index + 1)
            default: break
            }
            isEscaped = character == "\\" && !isEscaped
        }
    }

    private mutating func addDollar(at index: Int) {
        dollars.append(index)
        if index + 1 < characters.count, characters[index + 1] == "$" { displayEnds.append(index) }
    }

    private mutating func addAngle(at index: Int) {
        lastAngle = index
        for end in RawEnd.allCases where characters[...index].suffix(end.rawValue.count).elementsEqual(end.rawValue) {
            lastEnds[end] = index + 1
        }
    }

    private mutating func addBacktick(at index: Int) {
        backticks.append(index)
        guard index + 1 == characters.count || characters[index + 1] != "`" else { return }
        let width = characters[...index].reversed().prefix { $0 == "`" }.count
        lastRuns[width] = index + 1 - width
    }

    /// Where the formula that begins at a place ends; nil where it does not.
    func endOfFormula(from start: Int, isDisplay: Bool) -> Int? {
        if isDisplay { return displayEnds.first(from: start) }
        guard let end = closingDollar(from: start), !characters[end - 1].isWhitespace,
            !(end + 1 < characters.count && characters[end + 1].isASCIIDigit)
        else { return nil }
        let hasCode = backticks.first(from: start).map { $0 < end } ?? false
        return hasCode ? nil : end
    }

    /// Where a `$$` can open or close a displayed formula.
    var dollarPairs: [Int] { displayEnds }

    /// The first dollar that is not within a `\text{…}`; the dollars in there are for formulas within the text.
    private func closingDollar(from start: Int) -> Int? {
        var start = start
        // However many texts a paragraph has, a formula of more is none.
        for _ in 0..<100 {
            guard let dollar = dollars.first(from: start) else { return nil }
            guard let end = texts.end(ofFirstFrom: start, before: dollar) else { return dollar }
            start = end
        }
        return nil
    }

    /// Behind the next end of raw HTML; nil where there is none.
    func end(of end: RawEnd, from start: Int) -> Int? {
        let length = end.rawValue.count
        guard let last = lastEnds[end], last >= start + length else { return nil }
        return (start...(last - length)).first { characters[$0...].starts(with: end.rawValue) }.map { $0 + length }
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

/// The groups of `\text{…}` in a paragraph.
private struct TeXTexts {
    private var braces: [Int] = []
    private var starts: [Int] = []
    /// Behind the closing brace, by the place of the backslash.
    private var ends: [Int: Int] = [:]

    mutating func open(at index: Int, in characters: [Character]) {
        braces.append(index)
        let start = index - "\\text".count
        if start >= 0, characters[start..<index].elementsEqual("\\text") { starts.append(start) }
    }

    mutating func close(at index: Int) {
        guard let opening = braces.popLast() else { return }
        ends[opening - "\\text".count] = index + 1
    }

    func end(ofFirstFrom start: Int, before limit: Int) -> Int? {
        guard let text = starts.first(from: start), text < limit else { return nil }
        return ends[text]
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
