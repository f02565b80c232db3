/// Finds formulas and references to footnotes in the running text, and puts protected spans in their places.
struct SpanScanner {
    private(set) var spans: ProtectedSpans
    private(set) var footnotes: Footnotes
    private(set) var problems: [ChapterProblem] = []

    private let labels: FormulaLabels

    /// - Parameter labels: those of the text that is to be scanned.
    init(spans: ProtectedSpans, footnotes: Footnotes, labels: FormulaLabels) {
        self.spans = spans
        self.labels = labels
        self.footnotes = footnotes
    }

    /// Protects the formulas that go over the borders of blocks; there are as many lines as before.
    mutating func protectDisplays(in lines: inout [String]) {
        guard lines.contains(where: { $0.contains("$$") }) else { return }
        let document = MarkdownDocument(lines.joined(separator: "\n"))
        let opaque = document.opaqueLines
        let chapter = lines
        var next = 0
        for block in TextBlock.all(in: chapter, document) where block.lines[0].number >= next {
            guard let display = DisplayBlock(in: block, of: chapter, opaque: opaque) else { continue }
            put(protected(display.formula, in: display.lines), display.lines, into: &lines, rest: display.rest)
            next = display.lines[display.lines.count - 1].number + 1
        }
    }

    /// Protects what is in a block.
    mutating func scan(_ block: TextBlock, in lines: inout [String]) {
        let text = RunningText(block.text)
        put(scan(text, 0..<text.characters.count, of: block.lines), block.lines, into: &lines)
    }

    private func put(_ text: String, _ places: [TextBlock.Line], into lines: inout [String], rest: String = "") {
        let texts = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (place, text) in zip(places, texts) { lines[place.number] = place.prefix + text }
        lines[places[places.count - 1].number] += rest
    }

    /// A piece of running text with its spans protected.
    ///
    /// - Parameters:
    ///   - bar: what to write for a `\|` in code, which in a table is a bar.
    ///   - lines: where the lines of the text stand in the chapter.
    mutating func scan(
        _ text: RunningText, _ range: Range<Int>, of lines: [TextBlock.Line], bar: String = "\\|"
    ) -> String {
        var result = ""
        var index = range.lowerBound
        while index < range.upperBound {
            let token = InlineToken(in: text, at: index)
            let written = String(text.characters[index..<index + token.length])
            switch token {
            case .verbatim: result += written.replacing("\\|", with: bar)
            case .character:
                guard let bracket = labels.bracket(in: text, at: index) else {
                    result += written
                    break
                }
                let inner = bracket.isLabelOnly ? "" : "[\(scan(text, bracket.inner, of: lines, bar: bar))]"
                result += "\(inner)[\(bracket.label)]"
                index = bracket.end
                continue
            case .escape: result += written
            case .formula(let formula): result += protected(formula, in: lines, text.place(of: index))
            case .reference(let name):
                result += footnotes.refer(to: name).map { spans.protect(written, as: $0) } ?? written
            }
            index += token.length
        }
        return result
    }

    /// What stands in a formula's place, and one more for each further line of it, so that lines keep their numbers.
    ///
    /// - Parameter start: line and column of its first dollar in the text.
    private mutating func protected(
        _ formula: InlineFormula, in lines: [TextBlock.Line], _ start: (line: Int, column: Int) = (0, 0)
    ) -> String {
        let math = TeXMath(formula.tex, isDisplay: formula.isDisplay)
        if !math.problems.isEmpty {
            let source = RunningText(formula.source)
            for problem in math.problems {
                let place = source.place(of: formula.opening + problem.offset)
                let line = lines[start.line + place.line]
                let column = line.prefixLength + (place.line == 0 ? start.column : 0) + place.column + 1
                let location = SourceLocation(line: line.number + 1, column: column, length: problem.length)
                problems.append(.formula(problem.message, location: location))
            }
        }
        var result = spans.protect(formula.source, as: math.mathML)
        for _ in 0..<formula.source.count(where: { $0 == "\n" }) { result += "\n" + spans.protect("", as: "") }
        return result
    }
}
