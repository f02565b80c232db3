internal import SwiftSyntax

/// The names that a text of Swift declares, and those that it mentions.
///
/// A text that mentions nothing of what another one declares does without it, unless that one declares what is used
/// unnamed: extensions, subscripts, operators, attributes such as result builders.
public struct NamesInSwift: Equatable, Sendable {
    /// Of types, functions, cases and variables, however deep they stand in it.
    public private(set) var declared: Set<String> = []
    /// Every identifier and operator.
    public private(set) var mentioned: Set<String> = []
    /// It declares what others may use without a name of it.
    public private(set) var declaresUnnamed = false

    /// Those of a text without any.
    public init() {}

    init(in tree: SourceFileSyntax) {
        let visitor = NameVisitor(viewMode: .sourceAccurate)
        visitor.walk(tree)
        declared = visitor.declared
        mentioned = visitor.mentioned
        declaresUnnamed = visitor.declaresUnnamed
    }

    /// Whether it may use what the other text declares.
    public func mayUse(_ other: NamesInSwift) -> Bool {
        other.declaresUnnamed || !mentioned.isDisjoint(with: other.declared)
    }

    /// Those of both texts.
    public func union(_ other: NamesInSwift) -> NamesInSwift {
        var union = self
        union.declared.formUnion(other.declared)
        union.mentioned.formUnion(other.mentioned)
        union.declaresUnnamed = declaresUnnamed || other.declaresUnnamed
        return union
    }
}

private final class NameVisitor: SyntaxVisitor {
    private(set) var declared: Set<String> = []
    private(set) var mentioned: Set<String> = []
    private(set) var declaresUnnamed = false

    override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
        switch token.tokenKind {
        case .identifier, .dollarIdentifier, .binaryOperator, .prefixOperator, .postfixOperator:
            mentioned.insert(token.bareText)
        default: break
        }
        return .skipChildren
    }

    override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind { declare(node.identifier) }
    override func visit(_ node: EnumCaseElementSyntax) -> SyntaxVisitorContinueKind { declare(node.name) }
    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { declare(node.name) }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { declare(node.name) }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { declare(node.name) }
    override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { declare(node.name) }
    override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { declare(node.name) }

    override func visit(_ node: TypeAliasDeclSyntax) -> SyntaxVisitorContinueKind {
        // `IntegerLiteralType` and the like say what literals are.
        if node.name.text.hasSuffix("LiteralType") { declaresUnnamed = true }
        return declare(node.name)
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        if node.name.text == "callAsFunction" { declaresUnnamed = true }
        return declare(node.name)
    }

    override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind { declareUnnamed() }
    override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind { declareUnnamed() }
    override func visit(_ node: OperatorDeclSyntax) -> SyntaxVisitorContinueKind { declareUnnamed() }
    override func visit(_ node: PrecedenceGroupDeclSyntax) -> SyntaxVisitorContinueKind { declareUnnamed() }
    override func visit(_ node: MacroDeclSyntax) -> SyntaxVisitorContinueKind { declareUnnamed() }

    override func visit(_ node: AttributeSyntax) -> SyntaxVisitorContinueKind {
        let unnamed = ["resultBuilder", "propertyWrapper", "dynamicMemberLookup", "dynamicCallable"]
        if unnamed.contains(node.attributeName.trimmedDescription) { declaresUnnamed = true }
        return .visitChildren
    }

    private func declare(_ name: TokenSyntax) -> SyntaxVisitorContinueKind {
        declared.insert(name.bareText)
        return .visitChildren
    }

    private func declareUnnamed() -> SyntaxVisitorContinueKind {
        declaresUnnamed = true
        return .visitChildren
    }
}

extension TokenSyntax {
    /// Without the backticks that make a name of a keyword, and the dollar of what a property wrapper projects.
    fileprivate var bareText: String {
        text.filter { $0 != "`" && $0 != "$" }
    }
}
