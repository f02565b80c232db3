import Chapters

/// The Swift module that a cell becomes: its name, its text, and the way back to the chapter.
///
/// 1. It re-exports the module of the cell before, so a later declaration of a name hides an earlier one.
/// 2. What it declares is visible to all modules of the chapter (`PackageAccess`). Through an empty marker type it opens each
///    earlier module of which it may use more than that (`@testable` is not inherited along the chain). Were it to open them
///    all, the compiler's work would grow with the square of the chapter's length.
/// 3. It makes imports of earlier cells again that cannot be handed on, states operators again that two of them declare
///    differently, and takes the places of functions that it declares with another result (`ReplacedFunctions`).
/// 4. What the cell includes stands before its own text, each file with line numbers of its own.
/// 5. What means an earlier cell's declaration although it declares the name itself is written with the module before it
///    (`ShadowedNames`). Behind its text, the compiler is made to see whether it left a variable without a value.
/// 6. Its name is a hash of all that it is made from: the same name is the same program.
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
    /// Whether what it links with has to be asked for.
    let importsLibraries: Bool
    /// Whether it sets the properties of earlier cells' structs in initialisers of its own, by the rules of Swift 4.
    let initializesEarlierStructs: Bool
    /// Whether it opens all of its predecessors.
    let opensAll: Bool
    /// Whether it takes the places of earlier functions of another type.
    let replacesFunctions: Bool
    /// The modules before it in the chain, the first one first.
    let predecessors: [Predecessor]
    /// What those behind it have to know.
    private let own: Predecessor

    /// The name of a cell that says nothing of its place, so that it stays the same module wherever it stands.
    static let placelessFileName = "cell.swift"

    /// The file name that messages about what stands before the author's text have.
    private static let headFileName = "head.swift"

    /// The file name that its messages about variables without a value have.
    static let checksFileName = "checks.swift"

    /// - Parameters:
    ///   - form: the cell's text and what is added to it.
    ///   - previous: the module of the cell before it, if there is one.
    ///   - file: the chapter's name, for a cell that speaks of its place.
    ///   - environment: what stands for the Prelude and the compiler.
    init(_ form: CellForm, after previous: CellModule?, file: String, environment: String) {
        let earlier = previous.map { $0.predecessors + [$0.own] } ?? []
        let (analyses, texts) = (form.analyses, form.texts(after: earlier))
        let opened = earlier.filter { form.opensAll || form.names.mayUse($0.names) }
        let functions = form.earlierFunctions(after: earlier.last)
        let replaced = form.keepsEarlierFunctions ? [] : functions.replacements(by: form.functions)
        let hasPlace =
            analyses.last!.mentionsItsPosition || earlier.last?.takesPositions == true
            || form.included.contains(where: \.analysis.takesPositions)
        predecessors = earlier
        (included, source, holdsCell) = (texts.included, texts.cell, form.holdsCell)
        firstLine = hasPlace ? form.cell.line : 1
        fileName = hasPlace ? file : Self.placelessFileName
        isOptimized = analyses.contains(where: \.hasLoopsOrFunctions)
        importsLibraries = analyses.contains { !$0.imports.isEmpty }
        initializesEarlierStructs = form.initializesEarlierStructs
        opensAll = opened.count == earlier.count
        replacesFunctions = !replaced.isEmpty
        let head =
            Self.chain(after: earlier.last, opening: opened)
            + Self.repeatedImports(of: earlier.last)
            + (earlier.last?.operators.restatements(for: form.operators) ?? []) + replaced
        let files = included.enumerated().flatMap { Self.lines(of: $1.source, as: $1.fileName(at: $0), firstLine: 1) }
        let lines = holdsCell ? Self.lines(of: source, as: fileName, firstLine: firstLine) : []
        let body = files + lines + Self.checks(of: analyses)
        name = "Cell_" + ContentHash.of([environment, "\(isOptimized) \(initializesEarlierStructs)"] + head + body)
        text =
            (["#sourceLocation(file: \"\(Self.headFileName)\", line: 1)"] + head + ["enum _Marker_\(name) {}"] + body
            + [""]).joined(separator: "\n")
        own = Predecessor(named: name, of: form, after: earlier.last)
    }

    var entryPoint: String { "\(name)_main" }

    /// The imports of it and of those before it.
    var imports: [ImportDeclaration] { own.imports }

    /// The types that it declares at its top level.
    var types: Set<String> { own.types }

    /// What it was made from and those before it, the latest first.
    var textsOfChain: [String] { chain.reversed().flatMap(\.texts) }

    /// Those before it, and it.
    var chain: [Predecessor] { predecessors + [own] }
}

// The pieces of the text.
extension CellModule {
    private static func chain(after previous: Predecessor?, opening opened: [Predecessor]) -> [String] {
        let chain = previous.map { "@_exported @testable import \($0.name)" } ?? "@_exported import Prelude"
        return [chain] + opened.map { "@testable import enum \($0.name)._Marker_\($0.name)" }
    }

    private static func repeatedImports(of previous: Predecessor?) -> [String] {
        Set(previous?.imports.filter { !$0.isExported }.map(\.text) ?? []).sorted()
    }

    private static func lines(of source: EditedSource, as file: String, firstLine: Int) -> [String] {
        ["#sourceLocation(file: \"\(file)\", line: \(firstLine))", source.text]
    }

    /// What reads each variable that was declared without a value, so that the compiler tells which has none at the end.
    private static func checks(of analyses: [CellAnalysis]) -> [String] {
        let lines = analyses.flatMap(\.topLevel.uninitialized).map { line in
            switch line {
            case .variable(let name): "withExtendedLifetime(`\(name)`) {}"
            // Not run: the compiler asks already where a closure is made that what it captures has a value.
            case .isolated(let name, let actor): "_ = { @\(actor) in withExtendedLifetime(`\(name)`) {} }"
            case .directive(let text): text
            }
        }
        return lines.isEmpty ? [] : ["#sourceLocation(file: \"\(checksFileName)\", line: 1)"] + lines
    }
}

extension CellForm {
    fileprivate var names: NamesInSwift { analyses.map(\.names).reduce(NamesInSwift()) { $0.union($1) } }

    /// The texts of the included files and of the cell, with all edits.
    fileprivate func texts(
        after earlier: [CellModule.Predecessor]
    ) -> (included: [IncludedSource], cell: EditedSource) {
        let renaming = ShadowedNames.edits(for: analyses.map(\.topLevel), module: earlier.last?.name ?? "") { name in
            earlier.contains { $0.exported.contains(name) }
        }
        let included = self.included.indices.map { self.included[$0].adding(editsOfNames(inText: $0) + renaming[$0]) }
        return (included, EditedSource(cell.source, edits: ownEdits + renaming[included.count]))
    }
}
