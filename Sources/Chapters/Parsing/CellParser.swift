import Display

/// A fence's content, split into option lines and source.
///
/// Option lines are the first lines that begin with `//|`; together, without that prefix, they are one YAML mapping.
struct CellParser {
    /// Option lines and source.
    let content: String
    let options: CellOptions
    let source: String
    /// The chapter's line of the source's first line.
    let line: Int
    let problems: [ChapterProblem]
    /// The chapter's lines of the options that are given.
    private let optionLines: [CellOption: Int]

    init(literal: String, line: Int) {
        content = literal.droppingFinalLineBreak()
        let lines = literal.split(separator: "\n", omittingEmptySubsequences: false)
        let optionLines = lines.prefix { $0.drop(while: \.isWhitespace).hasPrefix("//|") }
        self.line = line + optionLines.count
        source = lines.dropFirst(optionLines.count).joined(separator: "\n").droppingFinalLineBreak()
        let yaml = optionLines.map { $0.drop(while: \.isWhitespace).dropFirst(3) }.joined(separator: "\n")
        let (options, places, problems) = Self.options(yaml: yaml, line: line)
        (self.options, self.optionLines) = (options, places)
        self.problems = problems + Self.misplacedOptions(in: lines.dropFirst(optionLines.count), line: line)
    }

    /// Lines of the source that are meant to be options.
    ///
    /// - Parameter line: the chapter's line of the cell's first one.
    private static func misplacedOptions(in source: ArraySlice<Substring>, line: Int) -> [ChapterProblem] {
        source.indices.compactMap { index in
            guard source[index].contains("|"),
                let match = source[index].prefixMatch(of: /\s*(\/\/+\s*\||#\s*\|)\s*([a-z]+(?:-[a-z]+)*)\s*:/),
                CellOption(rawValue: String(match.output.2)) != nil
            else { return nil }
            let (name, mark) = (String(match.output.2), String(match.output.1))
            return mark == "//|"
                ? .optionBelowCode(name, line: line + index)
                : .optionWithOtherMark(name, written: mark, line: line + index)
        }
    }

    /// The chapter's line of an option; of the source where it is not given.
    func optionLine(of option: CellOption) -> Int { optionLines[option] ?? line }

    /// Whether an option is given.
    func gives(_ option: CellOption) -> Bool { optionLines[option] != nil }

    private static func options(yaml: String, line: Int) -> (CellOptions, [CellOption: Int], [ChapterProblem]) {
        var options = CellOptions()
        var lines: [CellOption: Int] = [:]
        switch YAMLText.compose(yaml, names: CellOption.allNames) {
        case .failure(let failure):
            // What is missing at the end is told of the last line.
            let last = line + yaml.count { $0 == "\n" }
            return (
                options, lines,
                [problem(failure, line: min(line + failure.line - 1, last))]
            )
        case .success(nil):
            return (options, lines, [])
        case .success(let node?):
            guard let mapping = node.mapping else {
                let failure = YAMLText.failure(
                    "each line must be 'name: value'", in: yaml, names: CellOption.allNames)
                return (options, lines, [problem(failure, line: line + failure.line - 1)])
            }
            var problems: [ChapterProblem] = []
            for (key, value) in mapping {
                let optionLine = line + (key.mark?.line ?? 1) - 1
                do throws(ChapterProblem) {
                    let option = try Self.option(named: key.string ?? "", line: optionLine)
                    lines[option] = optionLine
                    try option.set(value, in: &options, line: optionLine)
                } catch {
                    problems.append(error)
                }
            }
            return (options, lines, problems)
        }
    }

    private static func problem(_ failure: YAMLText.Failure, line: Int) -> ChapterProblem {
        .optionsNotYAML(problem: failure.problem, advice: failure.advice, line: line)
    }

    private static func option(named name: String, line: Int) throws(ChapterProblem) -> CellOption {
        if let option = CellOption(rawValue: name) { return option }
        throw .unknownOption(name: name, line: line, nearest: nearestName(to: name, among: CellOption.allNames))
    }
}

extension String {
    fileprivate func droppingFinalLineBreak() -> String {
        hasSuffix("\n") ? String(dropLast()) : self
    }
}
