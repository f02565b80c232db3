internal import JSONCoding

/// The code of a notebook's cell as a chapter has it.
///
/// 1. Tags are the option `tags`, behind those that the cell has in it already; those of Jupyter Book are also the options
///    that they mean. A source that Jupyter hides is folded.
/// 2. Lines for the kernel (`%install …`, `!pip …`) and cells in another language (`%%bash`) are no Swift. They become comments,
///    each kind of which is told.
struct NotebookCode {
    private(set) var source: String
    /// Sentences, each with the place in the notebook.
    private(set) var warnings: [String] = []

    init(_ cell: NotebookCell, at index: Int) {
        source = cell.source
        commentKernelLines(at: index)
        addOptions(of: cell, at: index)
    }

    private static let meanings: [(tags: Set<String>, option: CellOption, value: String)] = [
        (["hide-input", "hide_input", "hide-cell"], .codeFold, "true"),
        (["remove-input", "remove_input", "remove-cell", "remove_cell"], .echo, "false"),
        (["remove-output", "remove_output", "remove-cell", "remove_cell"], .output, "false"),
        (["raises-exception"], .error, "true"), (["skip-execution"], .eval, "false"),
    ]

    /// Adds options for what the cell's own ones do not say.
    private mutating func addOptions(of cell: NotebookCell, at index: Int) {
        let given = CellParser(literal: source, line: 1)
        let told = (cell.metadata["tags"]?.array ?? []).compactMap(\.string)
        let tags = told.enumerated().filter { place, tag in
            !given.options.tags.contains(tag) && told.firstIndex(of: tag) == place
        }.map(\.element)
        let isHidden = cell.metadata["jupyter"]?["source_hidden"]?.bool ?? false
        let lines = Self.options(for: tags, isHidden: isHidden, beside: given)
        guard !lines.isEmpty || !tags.isEmpty else { return }
        if let whole = AddedOptions(lines, tags: tags, to: source).source {
            source = whole
        } else {
            let left = tags.isEmpty ? lines : tags
            warnings.append(
                "cells[\(index)]: \(left.map { "'\($0)'" }.joined(separator: ", ")) of its metadata cannot be added to the cell's own options; write it there"
            )
        }
    }

    /// What tags mean that the source does not have, and that a cell is hidden, as options.
    private static func options(for tags: [String], isHidden: Bool, beside given: CellParser) -> [String] {
        let meant = meanings.filter { !$0.tags.isDisjoint(with: tags) && !given.gives($0.option) }
        let shows = [CellOption.echo, .codeFold].allSatisfy { option in
            !given.gives(option) && !meant.contains { $0.option == option }
        }
        return meant.map { "\($0.option.rawValue): \($0.value)" } + (isHidden && shows ? ["code-fold: true"] : [])
    }

    private mutating func commentKernelLines(at index: Int) {
        guard source.contains("%") || source.contains("!") else { return }
        let kernel = KernelLines(source)
        source = kernel.lines.joined(separator: "\n")
        warnings += kernel.remarks.map { "cells[\(index)]: \($0)" }
    }
}
