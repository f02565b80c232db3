import ArgumentParser
import Chapters
import Display
import Sessions

/// `NAME=VALUE` as it was typed, or a pair of a file of parameters.
struct ParameterArgument: ExpressibleByArgument, Equatable {
    let name: String
    let value: ParameterValue

    init(name: String, value: ParameterValue) {
        self.name = name
        self.value = value
    }

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
        self.init(
            name: String(argument[..<equals]), value: .text(String(argument[argument.index(after: equals)...])))
    }
}

/// What is wrong with a parameter that a person set.
enum ParameterProblem: Error, Equatable {
    case noParametersCell(chapter: String, name: String)
    case unknown(name: String, nearest: String?, known: [String])
    /// It is declared, but has no value that could be replaced.
    case fixed(name: String, value: String?)
    case wrongKind(name: String, value: String, kind: String, original: String)
    /// By the compiler.
    case refused(name: String, value: String, original: String)
    case unreadableFile(path: String, problem: String)
}

extension ParameterProblem: CustomStringConvertible {
    var description: String {
        switch self {
        case .noParametersCell(let chapter, let name):
            "\(chapter) has no cell with '//| tags: [parameters]', so '\(name)' cannot be set"
        case .unknown(let name, let nearest?, _):
            "there is no parameter '\(name)'; did you mean '\(nearest)'?"
        case .unknown(let name, nil, let known) where known.isEmpty:
            "there is no parameter '\(name)'; the parameters cell has no let that can be set"
        case .unknown(let name, nil, let known):
            "there is no parameter '\(name)'; the chapter has \(known.joined(separator: ", "))"
        case .fixed(let name, let value?):
            "'\(name)' cannot be set: its value, \(value), is no number, text, true, false, nil, case or list of these; "
                + "make it a let of such a value, and compute with it in a later cell"
        case .fixed(let name, nil):
            "'\(name)' cannot be set: it has no value of its own; give it a let of its own, with a value"
        case .wrongKind(let name, let value, let kind, let original):
            "'\(name)' must be \(kind), as \(original) is, but '\(value)' is not"
        case .refused(let name, let value, let original):
            "'\(name)' cannot be \(value), as the compiler says above; the chapter has \(original)"
        case .unreadableFile(let path, let problem):
            "the parameters in \(path) cannot be read: \(problem)"
        }
    }
}

extension ParameterSetting {
    /// Finds the parameters that were set in a chapter's parameters cell; of two settings of one name the last counts.
    static func resolve(
        _ arguments: [ParameterArgument], in chapter: Chapter
    ) throws(ParameterProblem) -> [ParameterSetting] {
        guard let first = arguments.first else { return [] }
        guard let cell = chapter.cells.first(where: \.options.isParameters) else {
            throw .noParametersCell(chapter: chapter.path, name: first.name)
        }
        let parameters = chapter.parametersCell(cell)
        let names = parameters.parameters.map(\.name)
        for argument in arguments where !names.contains(argument.name) {
            if let fixed = parameters.fixed.first(where: { $0.name == argument.name }) {
                throw .fixed(name: fixed.name, value: fixed.value)
            }
            throw .unknown(name: argument.name, nearest: nearestName(to: argument.name, among: names), known: names)
        }
        var settings: [ParameterSetting] = []
        for parameter in parameters.parameters {
            guard let value = arguments.last(where: { $0.name == parameter.name })?.value else { continue }
            guard let edit = parameters.edit(setting: parameter, to: value) else {
                throw .wrongKind(
                    name: parameter.name, value: value.description, kind: parameter.kind.description,
                    original: parameter.literal)
            }
            let injected = InjectedParameter(
                name: parameter.name, value: edit.replacement, original: parameter.literal)
            settings.append(ParameterSetting(injected: injected, edit: edit))
        }
        return settings
    }
}

extension Chapter {
    /// A cell's parameters, with the types that it and the cells before it declare.
    fileprivate func parametersCell(_ cell: Cell) -> ParametersCell {
        let before = cells.prefix(cell.number).filter(\.options.eval)
        return ParametersCell(
            of: cell.source,
            declarations: before.flatMap { $0.included.map(\.text) + ($0.number < cell.number ? [$0.source] : []) })
    }

    /// The parameters whose values the compiler refuses, such as a case that its type does not have.
    func refusedParameters(of record: RunRecord) -> [ParameterProblem] {
        guard let cell = cells.first(where: \.options.isParameters), !record.parameters.isEmpty else { return [] }
        let errors = record.cells[cell.number - 1].diagnostics.filter { $0.severity == .error }
        let lines = Set(errors.compactMap(\.location?.line))
        return parametersCell(cell).parameters.compactMap { parameter in
            guard lines.contains(cell.line + parameter.line) else { return nil }
            return record.parameters.first { $0.name == parameter.name }
                .map { ParameterProblem.refused(name: $0.name, value: $0.value, original: $0.original) }
        }
    }
}
