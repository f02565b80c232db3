import Chapters
import Foundation

/// A YAML file of parameters: lines of `name: value`.
enum ParameterFile {
    static func read(_ path: String) throws(ParameterProblem) -> [ParameterArgument] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw .unreadableFile(path: path, problem: "there is no such file, or it is not UTF-8")
        }
        switch YAMLParameters.parse(text) {
        case .success(let pairs): return pairs.map { ParameterArgument(name: $0.name, value: $0.value) }
        case .failure(let failure): throw .unreadableFile(path: path, problem: failure.description)
        }
    }
}
