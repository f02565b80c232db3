/// Finds formulas, references to footnotes and escaped bars in the running text.
struct SpanScanner {
    private(set) var spans: ProtectedSpans
    private(set) var footnotes: Footnotes
    private(set) var problems: [ChapterProblem] = []

    init(spans: ProtectedSpans, footnotes: Footnotes) {
        self.spans = spans
        self.footnotes = footnotes
    }

    /// The lines with every span protected; as many as before.
    ///
    /// - Parameter opaque: the lines, counted from one, that are not looked into.
    mutating func scan(_ lines: [String], opaque: Set<Int>) -> [String] {
        var result = lines
        var index = 0
        while index < lines.count {
            let isText = { (index: Int) in
                !opaque.contains(index + 1) && !lines[index].allSatisfy(\.isWhitespace)
            }
            let end = lines[index...].indices.first { !isText($0) } ?? lines.count
            if end > index {
                let paragraph = lines[index..<end].joined(separator: "\n")
                let scanned = scan(RunningText(paragraph), firstLine: index + 1)
                result.replaceSubrange(
                    index..<end, with: scanned.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                )
            }
            index = max(end, index + 1)
        }
        return result
    }

    private mutating func scan(_ text: RunningText, firstLine: Int) -> String {
        let characters = text.characters
        var result = ""
        var index = 0
        while index < characters.count {
            if let verbatim = InlineVerbatim.length(in: text, at: index) {
                result += String(characters[index..<index + verbatim])
                index += verbatim
            } else if characters[index...].starts(with: "\\|") {
                result += spans.protect("\\|", as: "|")
                index += 2
            } else if characters[index] == "\\" {
                result += String(characters[index...].prefix(2))
                index += 2
            } else if let formula = InlineFormula(in: text, at: index) {
                result += protected(formula, in: text, firstLine: firstLine)
                index = formula.range.upperBound
            } else if let name = Footnotes.reference(in: characters, at: index), let html = footnotes.refer(to: name) {
                result += spans.protect("[^\(name)]", as: html)
                index += name.count + 3
            } else {
                result.append(characters[index])
                index += 1
            }
        }
        return result
    }

    /// What stands in a formula's place, and one more for each further line of it, so that lines keep their numbers.
    private mutating func protected(_ formula: InlineFormula, in text: RunningText, firstLine: Int) -> String {
        let math = TeXMath(formula.tex, isDisplay: formula.isDisplay)
        for problem in math.problems {
            let place = text.place(of: formula.range.lowerBound + formula.opening + problem.offset)
            let location = SourceLocation(
                line: firstLine + place.line, column: place.column + 1, length: problem.length)
            problems.append(.formula(problem.message, location: location))
        }
        var result = spans.protect(formula.source, as: math.mathML)
        for _ in 0..<formula.source.count(where: { $0 == "\n" }) { result += "\n" + spans.protect("", as: "") }
        return result
    }
}
