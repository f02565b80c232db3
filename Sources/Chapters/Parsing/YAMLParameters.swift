import Yams

/// A YAML mapping of names to scalars and lists, as a file of parameters has them.
public enum YAMLParameters {
    /// What keeps a text from being such a mapping.
    public struct Failure: Error, Equatable, CustomStringConvertible {
        public let problem: String
        /// Counted from one.
        public let line: Int

        public var description: String { "line \(line): \(problem)" }
    }

    /// The pairs in the order of the text; an empty text has none.
    public static func parse(_ text: String) -> Result<[(name: String, value: ParameterValue)], Failure> {
        switch YAMLText.compose(text) {
        case .failure(let failure): return .failure(Failure(problem: failure.problem, line: failure.line))
        case .success(nil): return .success([])
        case .success(let node?):
            guard let mapping = node.mapping else {
                return .failure(Failure(problem: "it must be lines of 'name: value'", line: 1))
            }
            var pairs: [(name: String, value: ParameterValue)] = []
            for (key, value) in mapping {
                guard case .scalar(let name) = key, let value = ParameterValue(value) else {
                    return .failure(
                        Failure(
                            problem: "a value must be a number, a text, true or false, or a list of these",
                            line: key.mark?.line ?? 1))
                }
                pairs.append((name.string, value))
            }
            return .success(pairs)
        }
    }

    /// A value that is written as in YAML.
    static func value(_ text: String) -> Result<ParameterValue, Failure> {
        switch YAMLText.compose(text) {
        case .failure(let failure): .failure(Failure(problem: failure.problem, line: failure.line))
        case .success(let node):
            node.flatMap(ParameterValue.init).map(Result.success)
                ?? .failure(Failure(problem: "it must be a list", line: 1))
        }
    }
}

extension ParameterValue {
    /// - Returns: nil for a mapping.
    fileprivate init?(_ node: Node) {
        switch node {
        case .scalar(let scalar):
            self = scalar.style == .plain || scalar.style == .any ? .text(scalar.string) : .quoted(scalar.string)
        case .sequence(let sequence):
            let values = sequence.compactMap(ParameterValue.init)
            guard values.count == sequence.count else { return nil }
            self = .list(values)
        default: return nil
        }
    }
}
