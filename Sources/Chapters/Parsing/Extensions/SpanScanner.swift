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
                let scanned = scan(paragraph: Array(paragraph), firstLine: index + 1)
                result.replaceSubrange(
                    index..<end, with: scanned.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                )
            }
            index = max(end, index + 1)
        }
        return result
    }

    private mutating func scan(paragraph: [Character], firstLine: Int) -> String {
        var result = ""
        var index = 0
        while index < paragraph.count {
            let rest = paragraph[index...]
            if let verbatim = InlineVerbatim.length(at: rest) {
                result += String(rest.prefix(verbatim))
                index += verbatim
            } else if rest.starts(with: "\\|") {
                result.append(spans.protect("\\|", as: "|"))
                index += 2
            } else if rest.first == "\\" {
                result += String(rest.prefix(2))
                index += 2
            } else if let formula = InlineFormula(at: rest) {
                result += protected(formula, firstLine: firstLine, before: paragraph[..<index])
                index += formula.length
            } else if let name = Footnotes.reference(at: rest), let html = footnotes.refer(to: name) {
                result.append(spans.protect("[^\(name)]", as: html))
                index += name.count + 3
            } else {
                result.append(paragraph[index])
                index += 1
            }
        }
        return result
    }

    /// The character in a formula's place, and one more for each further line of it, so that lines keep their numbers.
    private mutating func protected(_ formula: InlineFormula, firstLine: Int, before: ArraySlice<Character>) -> String {
        let math = TeXMath(formula.tex, isDisplay: formula.isDisplay)
        for problem in math.problems {
            let text = before + formula.source.prefix(formula.opening + problem.offset)
            let line = firstLine + text.count { $0 == "\n" }
            let column = text.count - (text.lastIndex(of: "\n") ?? -1)
            let location = SourceLocation(line: line, column: column, length: problem.length)
            problems.append(.formula(problem.message, location: location))
        }
        var result = String(spans.protect(formula.source, as: math.mathML))
        for _ in 0..<formula.source.count(where: { $0 == "\n" }) { result += "\n" + String(spans.protect("", as: "")) }
        return result
    }
}
