import ArgumentParser
import Chapters
import Display
import Sessions

/// `NAME=VALUE` as it was typed.
struct ParameterArgument: ExpressibleByArgument, Equatable {
    let name: String
    let value: String

    init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
        self.init(name: String(argument[..<equals]), value: String(argument[argument.index(after: equals)...]))
    }
}

/// What is wrong with a parameter that a person set.
enum ParameterProblem: Error, Equatable {
    case noParametersCell(chapter: String, name: String)
    case unknown(name: String, nearest: String?, known: [String])
    case wrongKind(name: String, value: String, kind: String, original: String)
    case unreadableFile(path: String, problem: String)
}

extension ParameterProblem: CustomStringConvertible {
    var description: String {
        switch self {
        case .noParametersCell(let chapter, let name):
            "\(chapter) has no cell with '//| tags: [parameters]', so '\(name)' cannot be set"
        case .unknown(let name, let nearest?, _):
            "there is no parameter '\(name)'; did you mean '\(nearest)'?"
        case .unknown(let name, nil, let known):
            "there is no parameter '\(name)'; the chapter has \(known.joined(separator: ", "))"
        case .wrongKind(let name, let value, let kind, let original):
            "'\(name)' must be \(kind), as \(original) is, but '\(value)' is not"
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
        let parameters = ParametersCell(of: cell.source)
        let names = parameters.parameters.map(\.name)
        if let unknown = arguments.first(where: { !names.contains($0.name) }) {
            throw .unknown(name: unknown.name, nearest: nearestName(to: unknown.name, among: names), known: names)
        }
        var settings: [ParameterSetting] = []
        for parameter in parameters.parameters {
            guard let value = arguments.last(where: { $0.name == parameter.name })?.value else { continue }
            guard let edit = parameters.edit(setting: parameter, to: value) else {
                throw .wrongKind(
                    name: parameter.name, value: value, kind: parameter.kind.rawValue, original: parameter.literal)
            }
            let injected = InjectedParameter(
                name: parameter.name, value: edit.replacement, original: parameter.literal)
            settings.append(ParameterSetting(injected: injected, edit: edit))
        }
        return settings
    }
}
