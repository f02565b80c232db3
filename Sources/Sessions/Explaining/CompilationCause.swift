/// Why a cell's compiled form is not the one that the last run had.
public enum CompilationCause: Equatable, Sendable {
    case firstRun
    /// The run was to trust no cache.
    case distrust
    case notReached
    case notCached
    case compiler
    case prelude
    case options
    case new
    case moved(from: Int)
    case text
    case parameter(name: String)
    case file(path: String)
    case line(from: Int, to: Int)
    /// What later cells are compiled on has changed.
    case earlierCell(number: Int, label: String, Change)

    /// What can become of a cell between two runs.
    public enum Change: String, Equatable, Sendable {
        case changed
        case new = "is new"
        case moved = "was moved"
        case removed = "was removed"
        case fails = "does not succeed any more"
        case failed = "did not succeed in the last run"
    }
}

extension CompilationCause: CustomStringConvertible {
    public var description: String {
        switch self {
        case .firstRun: "first run"
        case .distrust: "--fresh trusts no cache"
        case .notReached: "the last run did not come to it"
        case .notCached: "the cache does not have it"
        case .compiler: "the compiler changed"
        case .prelude: "the Prelude changed"
        case .options: "the compiler's options changed"
        case .new: "the cell is new"
        case .moved(let number): "it was cell \(number)"
        case .text: "its text changed"
        case .parameter(let name): "parameter \(name) changed"
        case .file(let path): "\(path) changed"
        case .line(let old, let new): "it speaks of its line, which was \(old) and is \(new)"
        // The label that a cell has without an author's is only its number again.
        case .earlierCell(let number, let label, let change) where label == "cell-\(number)":
            "cell \(number) \(change.rawValue)"
        case .earlierCell(let number, let label, let change): "cell \(number) (\(label)) \(change.rawValue)"
        }
    }
}
