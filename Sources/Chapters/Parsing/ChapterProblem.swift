import Display

/// What can be wrong with a chapter's text before any of it runs, and what is only worth a warning.
enum ChapterProblem: Error, Equatable {
    case frontMatterWithoutEnd
    case frontMatterNotYAML(problem: String, advice: YAMLAdvice?, line: Int)
    case frontMatterNotText(key: String, line: Int)
    case authorWithoutName(line: Int)
    case frontMatterIgnored(keys: [String], line: Int)
    case fenceWithoutEnd(String, line: Int)
    case fenceInFence(String, inner: Int, line: Int)
    case htmlWithoutEnd(UnclosedHTML, line: Int)
    case cellInFootnote(line: Int)
    case fenceIsNoCell(String, line: Int)
    case fenceOptions(String, line: Int)
    case optionBelowCode(String, line: Int)
    case optionWithOtherMark(String, written: String, line: Int)
    case optionsNotYAML(problem: String, advice: YAMLAdvice?, line: Int)
    case unknownOption(name: String, line: Int, nearest: String?)
    case optionOfWrongKind(name: String, expected: String, found: String, line: Int)
    case optionTwice(name: String, line: Int)
    case badLabel(String, line: Int)
    case duplicateLabel(String, line: Int, firstLine: Int)
    case duplicateParameters(line: Int, firstLine: Int)
    case bracketRun(line: Int)
    case file(String, FileFault, option: CellOption, line: Int)
    case formula(String, location: SourceLocation)
    case footnoteWithoutReference(String, line: Int)
    case unsafeLink(String, line: Int)
}

extension ChapterProblem {
    /// The one place where the problems are put into words.
    var diagnostic: Diagnostic {
        Diagnostic(
            severity: severity, message: message, location: location,
            notes: hint.map { [Diagnostic(severity: .note, message: $0, location: nil)] } ?? [])
    }

    /// Problems of the prose, and what is shown otherwise than it may be meant, stop no run.
    private var severity: Diagnostic.Severity {
        switch self {
        case .formula, .footnoteWithoutReference, .unsafeLink, .frontMatterIgnored, .fenceWithoutEnd, .fenceIsNoCell,
            .fenceOptions, .optionBelowCode, .optionWithOtherMark, .fenceInFence, .htmlWithoutEnd, .cellInFootnote:
            .warning
        default: .error
        }
    }

    private var message: String {
        switch self {
        case .frontMatterWithoutEnd: "the front matter has no end"
        case .frontMatterNotYAML(let problem, _, _): "the front matter is not YAML: \(problem)"
        case .frontMatterNotText(let key, _): "'\(key)' in the front matter must be a text"
        case .authorWithoutName: "an author in the front matter has no name"
        case .frontMatterIgnored(let keys, _):
            "\(keys.map { "'\($0.excerpt)'" }.joined(separator: ", ")) in the front matter \(keys.count == 1 ? "is" : "are") ignored"
        case .fenceWithoutEnd(let fence, _): "the fence '\(fence.excerpt)' of this line is not closed"
        case .fenceInFence(let fence, let inner, _):
            "the fence '\(fence.excerpt)' of this line is not closed before line \(inner) begins another"
        case .htmlWithoutEnd(let html, _):
            "'\(html.opening)' of this line is not closed; the text and the cells below are part of it"
        case .cellInFootnote: "a cell in a footnote is not run; its code is only shown"
        case .fenceIsNoCell(let info, _): "a fence of '\(info.excerpt)' is no cell; its code is only shown"
        case .fenceOptions(let options, _): "'\(options.excerpt)' behind the fence of a cell is ignored"
        case .optionBelowCode(let name, _):
            "the option '\(name)' is not in the first lines of its cell; it is shown as code"
        case .optionWithOtherMark(let name, let written, _):
            "the option '\(name)' stands behind '\(written)' and is code"
        case .optionsNotYAML(let problem, _, _): "the cell's options are not YAML: \(problem)"
        case .unknownOption(let name, _, _): "there is no cell option '\(name.excerpt)'"
        case .optionOfWrongKind(let name, let expected, let found, _):
            "'\(name)' must be \(expected), but is '\(found.excerpt)'"
        case .optionTwice(let name, _): "'\(name)' is given twice"
        case .badLabel(let label, _): "the label '\(label.excerpt)' cannot be part of a link"
        case .duplicateLabel(let label, _, let first): "the label '\(label)' is taken by the cell in line \(first)"
        case .duplicateParameters(_, let first): "the cell in line \(first) is the parameters cell already"
        case .bracketRun: "more than \(BracketRun.longest) brackets open one after another"
        case .file(let name, let fault, _, _): fault.message(about: name)
        case .formula(let message, _): message
        case .footnoteWithoutReference(let name, _): "nothing refers to the footnote '\(name)'"
        case .unsafeLink(let address, _): "a link to '\(address)' would run code; only its text is left"
        }
    }

    private var hint: String? {
        switch self {
        case .frontMatterWithoutEnd: "end it with a line '---'"
        case .frontMatterIgnored(let keys, _):
            Self.nearestKey(to: keys).map { "did you mean '\($0)'?" }
                ?? "there are \(FrontMatter.Key.allCases.map(\.rawValue).joined(separator: ", "))"
        case .frontMatterNotYAML(_, let advice, _):
            advice?.sentence(quoted: "title: \"Loss: the first run\"", line: "title: Waves")
        case .authorWithoutName: "write 'author: Ada', a list of names, or 'name: Ada' for each"
        case .fenceWithoutEnd(let fence, _): "end it with a line '\(fence.excerpt)'"
        case .fenceInFence(let fence, _, _):
            "end it with a line '\(fence.excerpt)'; to show the other one, begin and end it with a longer fence"
        case .htmlWithoutEnd(let html, _): "end it with '\(html.end)'"
        case .cellInFootnote: "move it out of the note to run it, or write '{.swift}' to show it"
        case .fenceIsNoCell: "write 'swift' behind the fence to run it, or '{.swift}' to show it"
        case .fenceOptions: "write options below the fence, each in a line such as '//| echo: false'"
        case .optionBelowCode(let name, _): "put '//| \(name): …' right below the fence"
        case .optionWithOtherMark(let name, _, _): "write '//| \(name): …'"
        case .optionsNotYAML(_, let advice, _):
            advice?.sentence(quoted: "fig-cap: \"Loss: the first run\"", line: "//| echo: false")
        case .unknownOption(_, _, let nearest?): "did you mean '\(nearest)'?"
        case .unknownOption: "there are \(CellOption.allNames.joined(separator: ", "))"
        case .badLabel: "use letters, digits, '-', '_' and '.'"
        case .duplicateLabel, .duplicateParameters: "give one of the two another name, or none"
        case .file(_, let fault, let option, _): fault.hint(for: option)
        case .bracketRun: "give the inner values names of their own"
        case .frontMatterNotText, .optionOfWrongKind, .optionTwice, .formula, .unsafeLink,
            .footnoteWithoutReference:
            nil
        }
    }

    /// The known key that one of these is nearest to.
    private static func nearestKey(to keys: [String]) -> String? {
        let known = FrontMatter.Key.allCases.map(\.rawValue)
        return keys.lazy.compactMap { nearestName(to: $0, among: known) }.first
    }

    private var location: SourceLocation {
        switch self {
        case .formula(_, let location): location
        case .frontMatterWithoutEnd: SourceLocation(line: 1)
        case .frontMatterNotYAML(_, _, let line), .frontMatterNotText(_, let line), .optionsNotYAML(_, _, let line),
            .unknownOption(_, let line, _), .optionOfWrongKind(_, _, _, let line), .optionTwice(_, let line),
            .badLabel(_, let line), .duplicateLabel(_, let line, _), .duplicateParameters(let line, _),
            .bracketRun(let line), .authorWithoutName(let line), .frontMatterIgnored(_, let line),
            .fenceWithoutEnd(_, let line), .fenceIsNoCell(_, let line), .fenceOptions(_, let line),
            .optionBelowCode(_, let line), .optionWithOtherMark(_, _, let line), .fenceInFence(_, _, let line),
            .htmlWithoutEnd(_, let line), .cellInFootnote(let line),
            .file(_, _, _, let line), .footnoteWithoutReference(_, let line), .unsafeLink(_, let line):
            SourceLocation(line: line)
        }
    }
}

extension String {
    /// So much of it as fits into a sentence.
    fileprivate var excerpt: String {
        let longest = 80
        let start = prefix(longest)
        return start.endIndex == endIndex ? self : "\(start)…"
    }
}

extension FileFault {
    fileprivate func message(about name: String) -> String {
        switch self {
        case .missing: "there is no file '\(name)' in the chapter's folder"
        case .isFolder: "'\(name)' is a folder, not a file"
        case .outside: "'\(name)' lies outside of the chapter's folder"
        case .notText: "'\(name)' is not UTF-8 text"
        case .unreadable(let problem): "'\(name)' cannot be read: \(problem)"
        }
    }

    fileprivate func hint(for option: CellOption) -> String? {
        switch self {
        case .missing(let nearest?): "did you mean '\(nearest)'?"
        case .missing(nil): "name it by its path from that folder"
        case .isFolder: "name the files in it: \(option.rawValue): [one, another]"
        case .outside: "put the file into that folder, or one below it"
        case .notText: "save it as UTF-8"
        case .unreadable: nil
        }
    }
}

/// A chapter that cannot be run as it is, with everything that is wrong with it.
public struct ChapterError: Error, Equatable {
    /// What could be read of it, and its lines for showing the places.
    public let chapter: Chapter
    public let diagnostics: [Diagnostic]
}
