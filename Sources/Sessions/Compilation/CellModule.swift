import Chapters

/// The Swift module that a cell becomes: its name, its text, and the way back to the chapter.
///
/// 1. It re-exports the module of the cell before, so a later declaration of a name hides an earlier one.
/// 2. What it declares is visible to all modules of the chapter (`PackageAccess`). Through an empty marker type it opens each
///    earlier module of which it may use more than that (`@testable` is not inherited along the chain). Were it to open them
///    all, the compiler's work would grow with the square of the chapter's length.
/// 3. It makes the imports of earlier cells again, states operators again that two of them declare differently, and takes
///    the places of functions that it declares with another result (`ReplacedFunctions`).
/// 4. What the cell includes stands before its own text, each file with line numbers of its own.
/// 5. Its name is a hash of all that it is made from: the same name is the same program.
public struct CellModule: Equatable, Sendable {
    public let name: String
    /// What the compiler reads.
    let text: String
    let source: EditedSource
    let included: [IncludedSource]
    /// False for the included files alone.
    let holdsCell: Bool
    /// The line, in `#sourceLocation`'s counting, of the source's first line.
    let firstLine: Int
    /// The file name that the compiler's messages about the cell's own text have.
    let fileName: String
    /// The optimiser's work pays.
    let isOptimized: Bool
    /// It gives structs of earlier cells initialisers that set their properties, as Swift 4 lets a module.
    ///
    /// Since Swift 5 such an initialiser of another module's struct has to call one of the struct's own; in one file it need not.
    let initializesEarlierStructs: Bool
    /// Whether what it links with has to be asked for.
    let importsLibraries: Bool
    /// The modules before it in the chain, the first one first, with what each declares.
    let predecessors: [Predecessor]
    /// What it declares and mentions itself.
    private let names: NamesInSwift
    /// Whether it opens all of its predecessors.
    let opensAll: Bool
    /// Those of the cell and of the ones before.
    let imports: [ImportDeclaration]
    /// The operators that are declared in it and before.
    private let operators: OperatorDeclarations
    /// The functions that are declared in it and before.
    private let functions: ReplacedFunctions
    /// Whether it takes the places of earlier functions of another type.
    let replacesFunctions: Bool
    /// The number of its cell.
    private let cell: Int

    /// Whether it or one before declares a function that asks for the place of its call.
    let takesPositions: Bool

    struct Predecessor: Equatable, Sendable {
        let name: String
        let names: NamesInSwift
        /// The number of its cell.
        let cell: Int
    }

    /// The name of a cell that says nothing of its place, so that it stays the same module wherever it stands.
    static let placelessFileName = "cell.swift"

    /// - Parameters:
    ///   - included: what stands before the cell.
    ///   - file: the chapter's name, for a cell that speaks of its place.
    ///   - edits: parameters set, and what shows values.
    ///   - previous: the cell before it, if there is one.
    ///   - environment: what stands for the Prelude and the compiler.
    ///   - replaces: takes the places of earlier functions of another type, too.
    ///   - isVisible: later cells see what it declares, because its edits say so.
    ///   - opensAll: opens every earlier module, whatever the cell mentions.
    ///   - initializesEarlierStructs: sets the properties of earlier cells' structs in initialisers of its own.
    init(
        _ cell: Cell, analysis: CellAnalysis, included: [IncludedSource] = [], file: String, edits: [SourceEdit],
        after previous: CellModule?, environment: String, holdsCell: Bool = true, isVisible: Bool = true,
        replaces: Bool = false, opensAll: Bool = true, initializesEarlierStructs: Bool = false
    ) {
        let analyses = included.map(\.analysis) + [analysis]
        self.cell = cell.number
        self.included = included
        self.holdsCell = holdsCell
        source = EditedSource(cell.source, edits: edits)
        let hasPlace = analysis.mentionsItsPosition || previous?.takesPositions == true
        firstLine = hasPlace ? cell.line : 1
        fileName = hasPlace ? file : Self.placelessFileName
        takesPositions = previous?.takesPositions == true || analyses.contains(where: \.takesPositions)
        isOptimized = analyses.contains(where: \.hasLoopsOrFunctions)
        importsLibraries = analyses.contains { !$0.imports.isEmpty }
        let names = analyses.map(\.names).reduce(NamesInSwift()) { $0.union($1) }
        self.names = isVisible ? names : names.hidden
        let predecessors =
            previous.map { $0.predecessors + [Predecessor(name: $0.name, names: $0.names, cell: $0.cell)] } ?? []
        let opened = predecessors.filter { opensAll || names.mayUse($0.names) }
        self.predecessors = predecessors
        self.opensAll = opened.count == predecessors.count
        let earlierImports = previous?.imports ?? []
        imports = earlierImports + analyses.flatMap(\.imports)
        let repeated = Set(earlierImports.filter { !$0.isExported }.map(\.text)).sorted()
        let earlierOperators = previous?.operators ?? OperatorDeclarations()
        let ownOperators = analyses.map(\.operators).reduce(OperatorDeclarations()) { $0.followed(by: $1) }
        operators = earlierOperators.followed(by: ownOperators)
        let restated = earlierOperators.restatements(for: ownOperators)
        let earlierFunctions = previous?.functions ?? ReplacedFunctions()
        let ownFunctions = analyses.map(\.functions).reduce(ReplacedFunctions()) { $0.followed(by: $1) }
        functions = earlierFunctions.followed(by: ownFunctions)
        let replaced = replaces ? earlierFunctions.replacements(by: ownFunctions) : []
        replacesFunctions = !replaced.isEmpty
        let files = included.indices.flatMap { index in
            Self.lines(of: included[index].source, as: included[index].fileName(at: index), firstLine: 1)
        }
        let lines = holdsCell ? Self.lines(of: source, as: fileName, firstLine: firstLine) : []
        let head = Self.head(
            after: predecessors.last?.name, opening: opened.map(\.name), others: repeated + restated + replaced)
        self.initializesEarlierStructs = initializesEarlierStructs
        let options = "\(isOptimized) \(initializesEarlierStructs)"
        name = "Cell_" + ContentHash.of([environment, options] + head + files + lines)
        text = (head + ["enum _Marker_\(name) {}"] + files + lines + [""]).joined(separator: "\n")
    }

    var entryPoint: String { "\(name)_main" }

    private static func lines(of source: EditedSource, as file: String, firstLine: Int) -> [String] {
        ["#sourceLocation(file: \"\(file)\", line: \(firstLine))", source.text]
    }

    private static func head(after previous: String?, opening opened: [String], others: [String]) -> [String] {
        let chain = previous.map { "@_exported @testable import \($0)" } ?? "@_exported import Prelude"
        return [chain] + opened.map { "@testable import enum \($0)._Marker_\($0)" } + others
    }
}
