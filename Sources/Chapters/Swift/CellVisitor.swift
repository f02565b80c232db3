internal import SwiftSyntax

/// Walks a cell once and notes imports, loops, functions and what waits at the top level.
final class CellVisitor: SyntaxVisitor {
    private(set) var imports: [ImportDeclaration] = []
    private(set) var hasLoopsOrFunctions = false
    private(set) var importedModules: [ImportedModule] = []
    private(set) var moduleQuestions: [ModuleQuestion] = []
    private(set) var mentionsItsPosition = false
    private(set) var takesPositions = false
    private(set) var positions: [SourcePosition] = []
    private(set) var problems: [CellAnalysis.Problem] = []
    private(set) var waitEdits: [SourceEdit] = []
    /// How many functions and closures the walk is inside of; there, `await` is the author's own affair.
    private var depth = 0
    /// How many default arguments it is inside of; what they say of a place is said of the call's.
    private var defaultArgumentDepth = 0

    override func visit(_ node: ImportDeclSyntax) -> SyntaxVisitorContinueKind {
        imports.append(ImportDeclaration(node))
        if let module = node.path.first?.name {
            let isTestable = node.attributes.contains { $0.trimmedDescription == "@testable" }
            importedModules.append(
                ImportedModule(name: module.text, isTestable: isTestable, offset: module.range.lowerBound))
        }
        return .skipChildren
    }

    override func visit(_ node: IfConfigClauseSyntax) -> SyntaxVisitorContinueKind {
        if let condition = node.condition { moduleQuestions += ModuleQuestion.all(in: condition) }
        return .visitChildren
    }

    override func visit(_ node: AwaitExprSyntax) -> SyntaxVisitorContinueKind {
        guard depth == 0 else { return .visitChildren }
        let isTried = node.parent?.is(TryExprSyntax.self) ?? false
        waitEdits += [
            SourceEdit(inserting: isTried ? "_wait({ try " : "_wait({ ", at: node.range.lowerBound),
            SourceEdit(inserting: " })", at: node.range.upperBound),
        ]
        return .skipChildren
    }

    override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind {
        let name = node.macroName.text
        guard ["line", "column", "file", "fileID", "filePath", "function"].contains(name) else { return .visitChildren }
        if name != "function" { mentionsItsPosition = true }
        guard defaultArgumentDepth == 0 else {
            takesPositions = true
            return .visitChildren
        }
        let kind: SourcePosition.Kind? =
            switch name {
            case "fileID": .file
            case "column": .column
            case "function" where depth == 0: .topLevel
            default: nil
            }
        if let kind { positions.append(SourcePosition(kind: kind, range: node.range)) }
        return .visitChildren
    }

    override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
        defaultArgumentDepth += 1
        return .visitChildren
    }

    override func visitPost(_ node: FunctionParameterSyntax) { defaultArgumentDepth -= 1 }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        if depth == 0, let modifier = node.modifiers.first(where: { $0.name.text == "async" }) {
            problems.append(.asyncLet(offset: modifier.range.lowerBound))
        }
        return .visitChildren
    }

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
        hasLoopsOrFunctions = true
        if depth == 0, let keyword = node.awaitKeyword {
            problems.append(.forAwait(offset: keyword.range.lowerBound))
        }
        return .visitChildren
    }

    override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
        hasLoopsOrFunctions = true
        return .visitChildren
    }

    override func visit(_ node: RepeatStmtSyntax) -> SyntaxVisitorContinueKind {
        hasLoopsOrFunctions = true
        return .visitChildren
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { enterFunction() }
    override func visitPost(_ node: FunctionDeclSyntax) { depth -= 1 }
    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind { enterFunction() }
    override func visitPost(_ node: InitializerDeclSyntax) { depth -= 1 }
    override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind { enterFunction() }
    override func visitPost(_ node: AccessorBlockSyntax) { depth -= 1 }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        depth += 1
        return .visitChildren
    }

    override func visitPost(_ node: ClosureExprSyntax) { depth -= 1 }

    private func enterFunction() -> SyntaxVisitorContinueKind {
        hasLoopsOrFunctions = true
        depth += 1
        return .visitChildren
    }
}
