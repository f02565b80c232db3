import Chapters

/// How a cell's text is given to the compiler: what is added to what its author wrote.
///
/// The first form serves nearly every cell. Where the compiler rejects it, each remedy changes the form in one way; a cell that
/// no remedy helps is rejected, with messages about the author's own text.
struct CellForm {
    let cell: Cell
    let analysis: CellAnalysis
    let included: [IncludedSource]
    /// Parameters that are set, and what makes the cell speak of its own place.
    let edits: [SourceEdit]
    private(set) var access: AccessEdits
    private(set) var ambiguous: AmbiguousNames
    /// What is added at the cell's top level.
    private(set) var addition = Addition.showsAndWaits
    /// Whether every earlier module is opened, whatever the cell mentions.
    private(set) var opensAll = false
    /// Whether functions of earlier cells stay that it declares with another type.
    private(set) var keepsEarlierFunctions = false
    /// Whether it sets the properties of earlier cells' structs in initialisers of its own.
    private(set) var initializesEarlierStructs = false
    /// False for the included files alone.
    private(set) var holdsCell = true

    enum Addition {
        case showsAndWaits, showsAndWaitsForStatements, waits
    }

    init(
        _ cell: Cell, _ analysis: CellAnalysis, included: [IncludedSource], edits: [SourceEdit],
        after previous: CellModule?
    ) {
        (self.cell, self.analysis, self.included, self.edits) = (cell, analysis, included, edits)
        access = AccessEdits(
            of: included.map(\.file.text) + [cell.source], included.map(\.analysis) + [analysis],
            earlier: previous?.textsOfChain ?? [])
        ambiguous = AmbiguousNames(
            of: included.map { .init(source: $0.file.text, names: $0.analysis.topLevel) }
                + [.init(source: cell.source, names: analysis.topLevel)])
    }

    /// Some included files alone.
    init(onlyIncluded included: [IncludedSource], of cell: Cell, after previous: CellModule?) {
        self.init(cell, CellAnalysis(of: ""), included: included, edits: [], after: previous)
        opensAll = true
        holdsCell = false
    }

    /// The edits of the cell's own text.
    var ownEdits: [SourceEdit] { edits + added + editsOfNames(inText: included.count) }

    /// The edits of an included file, or of the cell behind them, that give and ask for access.
    func editsOfNames(inText index: Int) -> [SourceEdit] { access.edits[index] + ambiguous.edits[index] }

    private var added: [SourceEdit] {
        switch addition {
        case .showsAndWaits: analysis.showAndWaitEdits
        case .showsAndWaitsForStatements: analysis.statementWaitEdits ?? analysis.showAndWaitEdits
        case .waits: analysis.waitEdits
        }
    }
}

/// What may help a cell that the compiler rejects, in the order in which it is tried.
enum Remedy: CaseIterable {
    /// Replace no earlier function, where what takes its place does not compile.
    case keepingFunctions
    /// Open all earlier modules.
    case opening
    /// Say which module is meant, where an earlier cell's name is an imported one, too.
    case qualifying
    /// Give declarations the access levels that the compiler asks for; as often as it asks for more.
    case access
    /// Take the rules of Swift 4, by which a module may initialise another one's structs.
    case olderRules
    /// Wait for whole statements instead of expressions.
    case statements
    /// Show no values.
    case quiet
    /// Leave the access levels of the declarations that the compiler complains of to the author.
    case someAuthorsAccess
    /// Leave all access levels to the author.
    case authorsAccess

    /// Whether the form before is better where this one is rejected, too.
    var isTentative: Bool { self == .olderRules || self == .statements }
}

extension CellForm {
    /// The form that a remedy makes of it.
    ///
    /// - Parameter module: what this form gave.
    /// - Returns: nil where the remedy changes nothing, or cannot help.
    func applying(_ remedy: Remedy, to rejection: Rejection, of module: CellModule) -> CellForm? {
        var form = self
        switch remedy {
        case .keepingFunctions:
            guard module.replacesFunctions, rejection.complaints.isEmpty else { return nil }
            form.keepsEarlierFunctions = true
        case .opening:
            guard !opensAll, !module.opensAll else { return nil }
            form.opensAll = true
        case .qualifying:
            guard form.ambiguous.extend(for: rejection, after: module.predecessors) else { return nil }
            form.opensAll = true
        case .access:
            guard form.access.extend(for: rejection) else { return nil }
            form.opensAll = true
        case .olderRules:
            guard !initializesEarlierStructs, !module.predecessors.isEmpty, rejection.asksForDelegation,
                // The one thing that Swift 4 takes differently without a word: a value that is optional twice.
                !(included.map(\.file.text) + [cell.source]).contains(where: { $0.contains("try?") })
            else { return nil }
            form.initializesEarlierStructs = true
        case .statements:
            guard addition == .showsAndWaits, analysis.statementWaitEdits != nil else { return nil }
            form.addition = .showsAndWaitsForStatements
        case .quiet:
            guard addition != .waits, analysis.showAndWaitEdits != analysis.waitEdits else { return nil }
            form.addition = .waits
        case .someAuthorsAccess:
            guard let access = access.leavingOut(rejection) else { return nil }
            form.access = access
        case .authorsAccess:
            guard access.mayCause(rejection) else { return nil }
            form.access = access.removed
        }
        return form
    }
}
