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

    init(literal: String, line: Int) {
        content = literal.droppingFinalLineBreak()
        let lines = literal.split(separator: "\n", omittingEmptySubsequences: false)
        let optionLines = lines.prefix { $0.drop(while: \.isWhitespace).hasPrefix("//|") }
        self.line = line + optionLines.count
        source = lines.dropFirst(optionLines.count).joined(separator: "\n").droppingFinalLineBreak()
        let yaml = optionLines.map { $0.drop(while: \.isWhitespace).dropFirst(3) }.joined(separator: "\n")
        (options, problems) = Self.options(yaml: yaml, line: line)
    }

    private static func options(yaml: String, line: Int) -> (CellOptions, [ChapterProblem]) {
        var options = CellOptions()
        switch YAMLText.compose(yaml) {
        case .failure(let failure):
            return (options, [.optionsNotYAML(problem: failure.problem, line: line + failure.line - 1)])
        case .success(nil):
            return (options, [])
        case .success(let node?):
            guard let mapping = node.mapping else {
                return (options, [.optionsNotYAML(problem: "each line must be 'name: value'", line: line)])
            }
            var problems: [ChapterProblem] = []
            for (key, value) in mapping {
                let optionLine = line + (key.mark?.line ?? 1) - 1
                do throws(ChapterProblem) {
                    try option(named: key.string ?? "", line: optionLine).set(value, in: &options, line: optionLine)
                } catch {
                    problems.append(error)
                }
            }
            return (options, problems)
        }
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
