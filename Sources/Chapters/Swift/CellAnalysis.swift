internal import SwiftParser
internal import SwiftSyntax

/// What the runner has to know of a cell's Swift before it compiles it.
public struct CellAnalysis: Equatable, Sendable {
    /// The import declarations, which hold for later cells, too.
    public var imports: [ImportDeclaration] = []
    /// What makes top-level `await` wait.
    public var waitEdits: [SourceEdit] = []
    /// The same, and what shows the values of expressions.
    public var showAndWaitEdits: [SourceEdit] = []
    /// What lets the modules of other cells see what it declares.
    public var accessEdits: [SourceEdit] = []
    /// The same where whole statements wait, for those that need it.
    public var statementWaitEdits: [SourceEdit]?
    /// The cell contains a loop or declares a function: optimising it pays.
    public var hasLoopsOrFunctions = false
    /// What it declares and mentions.
    public var names = NamesInSwift()
    /// The modules that those name.
    public var importedModules: [ImportedModule] = []
    /// Those that it asks for by `#if canImport(…)`.
    public var moduleQuestions: [ModuleQuestion] = []
    /// The operators that it declares.
    public var operators = OperatorDeclarations()
    /// The functions that it declares.
    public var functions = ReplacedFunctions()
    /// What its types conform to, and what its extensions add.
    public var conformances = Conformances()
    public var members = MemberSignatures()
    /// What it declares at its top level, and what it mentions there.
    public var topLevel = TopLevelNames()
    /// It speaks of its own place in the chapter, as `#line` does.
    public var mentionsItsPosition = false
    /// It declares a function that asks for the place of its call, by a default argument such as `#line`.
    public var takesPositions = false
    /// Mentions of its place that Swift would not answer for the chapter.
    public var positions: [SourcePosition] = []
    /// The compiler will not understand it.
    public var hasSyntaxError = false
    /// What nbrun cannot run although Swift could compile it; UTF-8 offsets in the source.
    public var problems: [Problem] = []

    /// Something that has no place at the top level of a cell.
    public enum Problem: Equatable, Sendable {
        case asyncLet(offset: Int)
        case forAwait(offset: Int)
    }

    public init(of source: String) {
        self = ParsingStack.withRoom(for: source) { CellAnalysis(parsing: source) }
    }

    private init(parsing source: String) {
        let tree = Parser.parse(source: source)
        let visitor = CellVisitor(viewMode: .sourceAccurate)
        visitor.walk(tree)
        imports = visitor.imports
        names = NamesInSwift(in: tree)
        operators = OperatorDeclarations(in: tree)
        functions = ReplacedFunctions(in: tree)
        conformances = Conformances(in: tree)
        members = MemberSignatures(in: tree)
        hasLoopsOrFunctions = visitor.hasLoopsOrFunctions
        importedModules = visitor.importedModules
        moduleQuestions = visitor.moduleQuestions
        mentionsItsPosition = visitor.mentionsItsPosition
        takesPositions = visitor.takesPositions
        positions = visitor.positions
        problems = visitor.problems
        hasSyntaxError = tree.hasError
        // The compiler explains a syntax error best in the author's own text.
        guard !hasSyntaxError else { return }
        // Where both begin or end at one place, what shows a value stands around what waits for it.
        topLevel = TopLevelNames(in: tree)
        let shown = Self.shownExpressions(in: tree.statements)
        accessEdits = PackageAccess(in: tree).edits
        let guards = GuardedNames.edits(of: tree, topLevel)
        waitEdits = visitor.waitEdits + guards
        showAndWaitEdits = shown.map(\.opening) + waitEdits + shown.map(\.closing)
        statementWaitEdits = WaitingStatements.edits(of: tree, instead: visitor.waitEdits).map {
            shown.map(\.opening) + $0 + guards + shown.map(\.closing)
        }
    }

    /// Each top-level expression in the call that shows it: the last one always, others if they are figures.
    ///
    /// The branches of an `#if` are looked at as if each stood in its place.
    private static func shownExpressions(
        in statements: CodeBlockItemListSyntax, isEnd: Bool = true
    ) -> [(opening: SourceEdit, closing: SourceEdit)] {
        statements.flatMap { statement -> [(opening: SourceEdit, closing: SourceEdit)] in
            let isLast = isEnd && statement.id == statements.last?.id
            if let conditional = statement.item.as(IfConfigDeclSyntax.self) {
                return conditional.clauses.compactMap(\.statements).flatMap { shownExpressions(in: $0, isEnd: isLast) }
            }
            guard case .expr(let expression) = statement.item, expression.hasValueToShow else { return [] }
            return [
                (
                    SourceEdit(
                        inserting: isLast ? "_showLast(" : "_showWhereItStands(", at: expression.range.lowerBound),
                    SourceEdit(inserting: ")", at: expression.range.upperBound)
                )
            ]
        }
    }
}

extension ExprSyntax {
    /// Whether the expression can stand as an argument and gives something: an assignment, `if` or `switch` does not.
    fileprivate var hasValueToShow: Bool {
        if let sequence = self.as(SequenceExprSyntax.self) {
            return !sequence.elements.contains { $0.is(AssignmentExprSyntax.self) }
        }
        return !self.is(IfExprSyntax.self) && !self.is(SwitchExprSyntax.self) && !self.is(MacroExpansionExprSyntax.self)
    }
}

extension SyntaxProtocol {
    /// Its UTF-8 offsets without the blanks and comments around it.
    var range: Range<Int> {
        positionAfterSkippingLeadingTrivia.utf8Offset..<endPositionBeforeTrailingTrivia.utf8Offset
    }
}
