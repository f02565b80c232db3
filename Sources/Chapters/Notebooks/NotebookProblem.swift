/// Why a file is no notebook that can become a chapter.
package enum NotebookProblem: Error, Equatable {
    /// Line and column are counted from one.
    case notJSON(problem: String, line: Int, column: Int)
    /// A value is not what nbformat has in its place.
    case misplaced(place: String, expected: String, found: String)
    case otherFormat(Int)
    case otherLanguage(String)
    case noLanguage
    /// The text around a cell would take it in.
    case inseparable(cell: Int)
}

extension NotebookProblem {
    /// The sentence, after the path of the file.
    package var message: String {
        switch self {
        case .notJSON(let problem, let line, let column): ":\(line):\(column): this is not JSON: \(problem)"
        case .misplaced(let place, let expected, let found): ": \(place) must be \(expected), but is \(found)"
        case .otherFormat(let version) where version < 4:
            ": this is a notebook of format \(version), and nbrun reads format 4; 'jupyter nbconvert --to notebook' renews it"
        case .otherFormat(let version): ": this is a notebook of format \(version), and nbrun reads format 4"
        case .otherLanguage(let name): ": the notebook's language is \(name), and a chapter's is Swift"
        case .noLanguage:
            ": the notebook does not say that its language is Swift (metadata.kernelspec.language)"
        case .inseparable(let cell): ": cells[\(cell)] cannot be told from the text around it"
        }
    }
}
