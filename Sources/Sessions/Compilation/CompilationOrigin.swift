/// Where a cell's compiled form came from.
public enum CompilationOrigin: String, Codable, Equatable, Sendable {
    /// It was compiled in this run.
    case compiler
    /// An earlier run had left it.
    case cache
    /// The session had run the cell already, and went on behind it.
    case session
}

extension CellCompiler.Outcome {
    /// Nil for a cell that the compiler was not asked about.
    var origin: CompilationOrigin? {
        switch self {
        case .compiled(let cell): cell.origin
        case .rejected(let rejection): rejection.origin
        }
    }
}
