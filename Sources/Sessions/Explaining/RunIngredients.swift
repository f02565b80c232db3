import Chapters

/// What the compiled cells of a run were made from, so that the next run can tell what has changed.
public struct RunIngredients: Codable, Equatable, Sendable {
    let environment: CompilationEnvironment
    /// Whether compiled cells of earlier runs were trusted.
    let usesCache: Bool
    /// The cells that were to run, in order.
    let cells: [CellIngredients]
}

/// What one cell was made from, but for the cells before it.
struct CellIngredients: Codable, Equatable, Sendable, PairableCell {
    /// Its place among the chapter's cells, counted from one.
    let number: Int
    let label: String
    /// A fingerprint of the source as the author wrote it.
    let text: String
    /// The values of parameters that are not the chapter's.
    let parameters: [String: String]
    /// Its line in the chapter, if it speaks of it.
    let line: Int?
    /// Fingerprints of the Swift files that it includes, by path.
    var included: [String: String] = [:]
    /// Fingerprints of the files that it reads while it runs, by path.
    var data: [String: String] = [:]
    /// Nil if it was not compiled.
    let origin: CompilationOrigin?
    /// It succeeded, so that later cells were compiled on it.
    let isInChain: Bool
}

extension RunIngredients {
    /// - Parameters:
    ///   - record: what the run gave.
    ///   - origins: where the compiled forms came from, by cell number.
    public init(
        of chapter: Chapter, _ options: RunOptions, giving record: RunRecord, origins: [Int: CompilationOrigin],
        environment: CompilationEnvironment, usesCache: Bool
    ) {
        self.environment = environment
        self.usesCache = usesCache
        let plan = RunPlan(chapter, options)
        let changed = options.parameters.map(\.injected).filter { $0.value != $0.original }
        let parameters = Dictionary(uniqueKeysWithValues: changed.map { ($0.name, $0.value) })
        cells = zip(chapter.cells, record.cells).filter(\.0.options.eval).map { cell, record in
            CellIngredients(
                number: cell.number, label: cell.label, text: ContentHash.of([cell.source]),
                parameters: plan.edits[cell.number] == nil ? [:] : parameters, line: plan.mentionedLines.line(of: cell),
                included: Dictionary(cell.included.map { ($0.path, ContentHash.of([$0.text])) }) { $1 },
                data: Dictionary(cell.data.map { ($0.path, $0.fingerprint) }) { $1 },
                origin: origins[cell.number], isInChain: record.status == .succeeded)
        }
    }
}
