/// Where a cell's compiled form came from, and what has changed since the last run.
public struct CellExplanation: Equatable, Sendable {
    /// Its place among the chapter's cells, counted from one.
    public let number: Int
    public let label: String
    /// Nil if it was not compiled.
    public let origin: CompilationOrigin?
    /// Empty where nothing has changed.
    public let causes: [CompilationCause]
}

extension CellExplanation: CustomStringConvertible {
    /// `compiled  its text changed`, `reused    from the cache`.
    public var description: String {
        let reasons = causes.map(\.description).joined(separator: "; ")
        return switch origin {
        case .compiler: "compiled  \(reasons)"
        case .cache: "reused    from the cache" + (causes.isEmpty ? "" : ", though \(reasons)")
        case .session: "reused    in the session, where it ran before"
        case nil: "not compiled"
        }
    }
}

/// Tells of each cell of a run why it was compiled, or that it was not.
///
/// - Parameter previous: nil where no earlier run is known.
public func explanation(previous: RunIngredients?, current: RunIngredients) -> [CellExplanation] {
    let comparison = previous.map { RunComparison(previous: $0, current: current) }
    return current.cells.enumerated().map { index, cell in
        CellExplanation(
            number: cell.number, label: cell.label, origin: cell.origin,
            causes: causes(of: cell, at: index, comparison, usesCache: current.usesCache))
    }
}

private func causes(
    of cell: CellIngredients, at index: Int, _ comparison: RunComparison?, usesCache: Bool
) -> [CompilationCause] {
    switch cell.origin {
    case nil, .session: return []
    case .cache:
        return comparison.map { $0.causes(ofCellAt: index) + $0.changedData(ofCellAt: index) } ?? []
    case .compiler:
        guard usesCache else { return [.distrust] }
        guard let comparison else { return [.firstRun] }
        let causes = comparison.causes(ofCellAt: index)
        return causes.isEmpty ? [comparison.fallback(forCellAt: index)] : causes
    }
}
