internal import JSONCoding

/// The code of a notebook's cell as a chapter has it.
///
/// 1. Tags are the option `tags`, unless the cell has it already; those of Jupyter Book are also the options that they mean.
///    A source that Jupyter hides is folded.
/// 2. Lines for the kernel (`%install …`, `!pip …`) and cells in another language (`%%bash`) are no Swift. They become comments,
///    which is told.
struct NotebookCode {
    private(set) var source: String
    /// Sentences, each with the place in the notebook.
    private(set) var warnings: [String] = []

    init(_ cell: NotebookCell, at index: Int) {
        source = cell.source
        commentKernelLines(at: index)
        let options = Self.options(for: cell)
        if !options.isEmpty { source = (options + (source.isEmpty ? [] : [source])).joined(separator: "\n") }
    }

    private static let meanings: [(tags: Set<String>, option: CellOption, value: String)] = [
        (["hide-input", "hide_input", "hide-cell"], .codeFold, "true"),
        (["remove-input", "remove_input", "remove-cell", "remove_cell"], .echo, "false"),
        (["remove-output", "remove_output", "remove-cell", "remove_cell"], .output, "false"),
        (["raises-exception"], .error, "true"), (["skip-execution"], .eval, "false"),
    ]

    /// Option lines for what the cell's own ones do not say.
    private static func options(for cell: NotebookCell) -> [String] {
        let given = CellParser(literal: cell.source, line: 1)
        let isGiven = { (option: CellOption) in given.gives(option) }
        let tags = (cell.metadata["tags"]?.array ?? []).compactMap(\.string)
        guard given.problems.isEmpty, !isGiven(.tags) else { return [] }
        var lines: [String] = []
        for meaning in meanings where !meaning.tags.isDisjoint(with: tags) && !isGiven(meaning.option) {
            lines.append("//| \(meaning.option.rawValue): \(meaning.value)")
        }
        let isHidden = cell.metadata["jupyter"]?["source_hidden"]?.bool ?? false
        let shows = [CellOption.echo, .codeFold].allSatisfy { option in
            !isGiven(option) && !lines.contains { $0.hasPrefix("//| \(option.rawValue):") }
        }
        if isHidden, shows { lines.append("//| code-fold: true") }
        if !tags.isEmpty { lines.append("//| tags: [\(tags.map(quoted).joined(separator: ", "))]") }
        return lines
    }

    private static func quoted(_ tag: String) -> String {
        let isPlain = tag.first?.isLetter == true && tag.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
        let isText = !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(tag.lowercased())
        return isPlain && isText ? tag : JSON.string(tag).text
    }

    private mutating func commentKernelLines(at index: Int) {
        guard source.contains("%") || source.contains("!") else { return }
        var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = lines.firstIndex { !$0.isBlank } ?? 0
        let isOther = lines[start].prefixMatch(of: /\s*%%\w/) != nil
        var isInText = false
        var first: String?
        for place in lines.indices {
            if !isInText, isOther || Self.isForKernel(lines[place]) {
                first = first ?? lines[place].split(separator: " ").first.map(String.init)
                lines[place] = lines[place].isBlank ? lines[place] : "// " + lines[place]
            } else if lines[place].ranges(of: "\"\"\"").count % 2 == 1 {
                isInText.toggle()
            }
        }
        guard let first else { return }
        source = lines.joined(separator: "\n")
        warnings.append("cells[\(index)]: '\(first)' is for another kernel; it is left as a comment")
    }

    /// `%name …`, or `!program argument`; `!isDone` is Swift.
    private static func isForKernel(_ line: String) -> Bool {
        line.prefixMatch(of: /\s*%%?[A-Za-z]/) != nil
            || (line.prefixMatch(of: /![A-Za-z][\w.-]*\ +[\w.\/~'"-]/) != nil
                && line.prefixMatch(of: /!\w+\ +(?:as|is)\b/) == nil)
    }
}
