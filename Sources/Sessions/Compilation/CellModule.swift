import Chapters

/// The Swift module that a cell becomes: its name, its text, and the way back to the chapter.
///
/// 1. It re-exports the module of the cell before, so a later declaration of a name hides an earlier one.
/// 2. Through an empty marker type it opens every earlier module (`@testable` is not inherited along the chain).
/// 3. It makes the imports of earlier cells again.
/// 4. Its name is a hash of all that it is made from: the same name is the same program.
public struct CellModule: Equatable, Sendable {
    public let name: String
    /// What the compiler reads.
    let text: String
    let source: EditedSource
    /// The line, in `#sourceLocation`'s counting, of the source's first line.
    let firstLine: Int
    /// The optimiser's work pays.
    let isOptimized: Bool
    /// Whether what it links with has to be asked for.
    let importsLibraries: Bool
    /// The modules before it in the chain, the first one first.
    let predecessors: [String]
    /// The imports that later cells make again.
    let imports: [String]

    /// The file name that the compiler's messages about the cell's own text have.
    static let fileName = "cell.swift"

    /// - Parameters:
    ///   - edits: parameters set, and what shows values.
    ///   - previous: the cell before it, if there is one.
    ///   - environment: what stands for the Prelude and the compiler.
    init(
        _ cell: Cell, analysis: CellAnalysis, edits: [SourceEdit], after previous: CellModule?, environment: String
    ) {
        source = EditedSource(cell.source, edits: edits)
        firstLine = analysis.mentionsItsPosition ? cell.line : 1
        isOptimized = analysis.hasLoopsOrFunctions
        importsLibraries = !analysis.imports.isEmpty
        predecessors = previous.map { $0.predecessors + [$0.name] } ?? []
        let earlierImports = previous?.imports ?? []
        imports = earlierImports + analysis.imports.filter { !earlierImports.contains($0) }
        let chain = predecessors.last ?? "Prelude"
        name = "Cell_" + ContentHash.of([environment, chain, "\(firstLine)", source.text])
        text = Self.text(
            name: name, predecessors: predecessors, imports: earlierImports, firstLine: firstLine, source: source.text)
    }

    var entryPoint: String { "\(name)_main" }

    private static func text(
        name: String, predecessors: [String], imports: [String], firstLine: Int, source: String
    ) -> String {
        let chain = predecessors.last.map { "@_exported @testable import \($0)" } ?? "@_exported import Prelude"
        let openings = predecessors.map { "@testable import enum \($0)._Marker_\($0)" }
        let head = [chain] + openings + imports + ["enum _Marker_\(name) {}"]
        let location = "#sourceLocation(file: \"\(fileName)\", line: \(firstLine))"
        return (head + [location, source, ""]).joined(separator: "\n")
    }
}
