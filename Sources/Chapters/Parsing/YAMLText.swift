import Yams

/// Yams's parser with its errors reduced to a sentence and a line.
enum YAMLText {
    struct Failure: Error {
        let problem: String
        /// Counted from one in the YAML text.
        let line: Int
    }

    static func compose(_ text: String) -> Result<Node?, Failure> {
        do {
            return .success(try Yams.compose(yaml: text))
        } catch let error as YamlError {
            return .failure(failure(for: error))
        } catch {
            return .failure(Failure(problem: "\(error)", line: 1))
        }
    }

    private static func failure(for error: YamlError) -> Failure {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            Failure(problem: problem, line: mark.line)
        case .reader(let problem, _, _, _): Failure(problem: problem, line: 1)
        case .duplicatedKeysInMapping(let names, let context):
            Failure(problem: "'\(names.joined(separator: "', '"))' is given twice", line: context.mark.line)
        default: Failure(problem: "\(error)", line: 1)
        }
    }
}
