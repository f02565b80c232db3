internal import SwiftSyntax

/// Walks a text with the names in view that its inner scopes declare.
class ScopeVisitor: SyntaxVisitor {
    /// The names of the scopes that the walk is inside of, the innermost last; none at the top level.
    final var scopes: [Set<String>] = []
    /// How many functions and kept closures the walk is inside of.
    final private(set) var depth = 0

    final func scoped(_ names: some Sequence<String>, isKept: Bool = false, _ body: () -> Void) {
        scopes.append(Set(names))
        if isKept { depth += 1 }
        body()
        if isKept { depth -= 1 }
        scopes.removeLast()
    }

    final func declare(_ names: [String]) {
        if !scopes.isEmpty { scopes[scopes.count - 1].formUnion(names) }
    }

    /// Called with the default value of a parameter; the name is that of a function at the top level.
    func walkDefault(_ value: InitializerClauseSyntax, ofFunctionNamed name: String?) {
        walk(value)
    }

    /// Called with the types that one inherits from, and the protocols that it conforms to.
    func walkInherited(_ types: InheritedTypeListSyntax, byTypeNamed name: String) {}

    // MARK: Statements

    override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind {
        scoped(node.statements.hoistedNames) { walk(node.statements) }
        return .skipChildren
    }

    override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
        scoped([]) {
            walk(node.conditions)
            walk(node.body)
        }
        if let elseBody = node.elseBody { walk(Syntax(elseBody)) }
        return .skipChildren
    }

    override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
        scoped([]) {
            walk(node.conditions)
            walk(node.body)
        }
        return .skipChildren
    }

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
        walk(node.sequence)
        scoped([]) {
            walk(node.pattern)
            if let condition = node.whereClause { walk(condition) }
            walk(node.body)
        }
        return .skipChildren
    }

    override func visit(_ node: SwitchCaseSyntax) -> SyntaxVisitorContinueKind {
        scoped(node.statements.hoistedNames) {
            walk(Syntax(node.label))
            walk(node.statements)
        }
        return .skipChildren
    }

    override func visit(_ node: CatchClauseSyntax) -> SyntaxVisitorContinueKind {
        scoped(["error"]) {
            walk(node.catchItems)
            walk(node.body)
        }
        return .skipChildren
    }

    override func visit(_ node: IfConfigClauseSyntax) -> SyntaxVisitorContinueKind {
        if let elements = node.elements { walk(Syntax(elements)) }
        return .skipChildren
    }

    // MARK: Functions

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        walkFunction(
            named: scopes.isEmpty ? node.name.bareText : nil, node.signature.parameterClause,
            node.genericParameterClause,
            node.body)
    }

    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
        walkFunction(node.signature.parameterClause, node.genericParameterClause, node.body)
    }

    override func visit(_ node: DeinitializerDeclSyntax) -> SyntaxVisitorContinueKind {
        scoped([], isKept: true) { node.body.map { walk($0) } }
        return .skipChildren
    }

    override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind {
        walkFunction(node.parameterClause, node.genericParameterClause, node.accessorBlock)
    }

    override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind {
        if case .getter(let statements) = node.accessors {
            scoped(statements.hoistedNames, isKept: true) { walk(statements) }
            return .skipChildren
        }
        return .visitChildren
    }

    override func visit(_ node: AccessorDeclSyntax) -> SyntaxVisitorContinueKind {
        let name = node.parameters?.name.bareText
        scoped(["newValue", "oldValue"] + (name.map { [$0] } ?? []), isKept: true) { node.body.map { walk($0) } }
        return .skipChildren
    }

    private func walkFunction(
        named name: String? = nil, _ parameters: FunctionParameterClauseSyntax,
        _ generics: GenericParameterClauseSyntax?, _ body: (some SyntaxProtocol)?
    ) -> SyntaxVisitorContinueKind {
        depth += 1
        for parameter in parameters.parameters {
            guard let value = parameter.defaultValue else { continue }
            walkDefault(value, ofFunctionNamed: name)
        }
        depth -= 1
        let names = parameters.parameters.map { ($0.secondName ?? $0.firstName).bareText }
        let types = generics?.parameters.map(\.name.bareText) ?? []
        scoped(names + types, isKept: true) { body.map { walk($0) } }
        return .skipChildren
    }

    // MARK: Types

    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { walkType(node, node.name) }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { walkType(node, node.name) }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { walkType(node, node.name) }
    override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { walkType(node, node.name) }
    override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { walkType(node, node.name) }
    override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind { walkType(node, nil) }

    private func walkType(_ node: some DeclGroupSyntax, _ name: TokenSyntax?) -> SyntaxVisitorContinueKind {
        if let name, let types = node.inheritanceClause?.inheritedTypes {
            walkInherited(types, byTypeNamed: name.bareText)
        }
        scoped(node.memberBlock.members.names, isKept: true) { walk(node.memberBlock) }
        return .skipChildren
    }
}
