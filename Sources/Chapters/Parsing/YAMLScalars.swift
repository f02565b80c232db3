import Yams

/// A flat YAML mapping: names with scalar values, as a file of parameters has them.
public enum YAMLScalars {
    /// What keeps a text from being such a mapping.
    public struct Failure: Error, Equatable, CustomStringConvertible {
        public let problem: String
        /// Counted from one.
        public let line: Int

        public var description: String { "line \(line): \(problem)" }
    }

    /// The pairs in the order of the text; an empty text has none.
    public static func parse(_ text: String) -> Result<[(name: String, value: String)], Failure> {
        switch YAMLText.compose(text) {
        case .failure(let failure): return .failure(Failure(problem: failure.problem, line: failure.line))
        case .success(nil): return .success([])
        case .success(let node?):
            guard let mapping = node.mapping else {
                return .failure(Failure(problem: "it must be lines of 'name: value'", line: 1))
            }
            var pairs: [(name: String, value: String)] = []
            for (key, value) in mapping {
                guard case .scalar(let name) = key, case .scalar(let scalar) = value else {
                    return .failure(
                        Failure(problem: "a value must be a number, a text, true or false", line: key.mark?.line ?? 1))
                }
                pairs.append((name.string, scalar.string))
            }
            return .success(pairs)
        }
    }
}
