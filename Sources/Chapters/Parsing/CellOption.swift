import Yams

/// A cell option by its name in a chapter.
enum CellOption: String, CaseIterable {
    case label, echo, eval, output, error, timeout, tags, include, depends
    case codeFold = "code-fold"
    case figureCaption = "fig-cap"
    case figureAlternativeText = "fig-alt"

    static var allNames: [String] { allCases.map(\.rawValue) }

    /// Puts the option's value in its place.
    func set(_ value: Node, in options: inout CellOptions, line: Int) throws(ChapterProblem) {
        switch self {
        case .label: options.label = try label(value, line)
        case .echo: options.echo = try bool(value, line)
        case .eval: options.eval = try bool(value, line)
        case .output: options.output = try bool(value, line)
        case .error: options.error = try bool(value, line)
        case .codeFold: options.codeFold = try bool(value, line)
        case .figureCaption: options.figureCaption = try text(value, line)
        case .figureAlternativeText: options.figureAlternativeText = try text(value, line)
        case .timeout: options.timeout = try seconds(value, line)
        case .tags: options.tags = try texts(value, expected: "a list of words", line)
        case .include: options.include = try fileNames(value, line)
        case .depends: options.depends = try fileNames(value, line)
        }
    }

    private func bool(_ value: Node, _ line: Int) throws(ChapterProblem) -> Bool {
        guard let bool = value.bool else { throw wrongKind(value, expected: "true or false", line) }
        return bool
    }

    private func text(_ value: Node, _ line: Int) throws(ChapterProblem) -> String {
        guard case .scalar(let scalar) = value else { throw wrongKind(value, expected: "a text", line) }
        return scalar.string
    }

    private func label(_ value: Node, _ line: Int) throws(ChapterProblem) -> String {
        let label = try text(value, line)
        let isLinkable = label.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
        guard !label.isEmpty, isLinkable else { throw .badLabel(label, line: line) }
        return label
    }

    private func seconds(_ value: Node, _ line: Int) throws(ChapterProblem) -> Double {
        guard let seconds = value.float, seconds > 0, seconds.isFinite else {
            throw wrongKind(value, expected: "a number of seconds above 0", line)
        }
        return seconds
    }

    /// One text, or a list of them.
    private func texts(_ value: Node, expected: String, _ line: Int) throws(ChapterProblem) -> [String] {
        let nodes = value.sequence.map(Array.init) ?? [value]
        var texts: [String] = []
        for node in nodes {
            guard case .scalar(let scalar) = node else { throw wrongKind(value, expected: expected, line) }
            texts.append(scalar.string)
        }
        return texts
    }

    /// In other tools `include` is true or false; a file of that name is never meant.
    private func fileNames(_ value: Node, _ line: Int) throws(ChapterProblem) -> [String] {
        let expected = "a file beside the chapter, or a list of files"
        let names = try texts(value, expected: expected, line)
        guard value.bool == nil, !names.contains("") else { throw wrongKind(value, expected: expected, line) }
        return names
    }

    private func wrongKind(_ value: Node, expected: String, _ line: Int) -> ChapterProblem {
        let found =
            switch value {
            case .scalar(let scalar): scalar.string
            case .sequence: "a list"
            case .mapping: "a mapping"
            case .alias: "an alias"
            }
        return .optionOfWrongKind(name: rawValue, expected: expected, found: found, line: line)
    }
}
