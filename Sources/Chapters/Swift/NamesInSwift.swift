internal import SwiftSyntax

/// The names that a text of Swift declares, and those that it mentions.
///
/// They tell which modules a cell has to open. What earlier cells declare it sees without that, by `PackageAccess`, but for
/// what the compiler adds to a type (the initialiser of its members) and for the right to derive from a class.
public struct NamesInSwift: Equatable, Sendable {
    /// Of types, functions, cases and variables, however deep they stand in it.
    public private(set) var declared: Set<String> = []
    /// Every identifier and operator.
    public private(set) var mentioned: Set<String> = []
    /// It declares types, which may have initialisers that are written nowhere.
    public private(set) var declaresTypes = false
    /// It declares classes, whose members others may override without a mention of the class.
    public private(set) var declaresClasses = false
    /// It declares what others may use without a name of it.
    public private(set) var declaresUnnamed = false
    /// It calls an initialiser by that name, as `.init(x: 1)` does, where the type need not be mentioned.
    private var mentionsInitializer = false
    /// It declares a class that derives from another one, or conforms to a protocol.
    private var derives = false

    /// Those of a text without any.
    public init() {}

    init(in tree: SourceFileSyntax) {
        let visitor = NameVisitor(viewMode: .sourceAccurate)
        visitor.walk(tree)
        declared = visitor.declared
        mentioned = visitor.mentioned
        declaresTypes = visitor.declaresTypes
        declaresClasses = visitor.declaresClasses
        declaresUnnamed = visitor.declaresUnnamed
        mentionsInitializer = visitor.mentionsInitializer
        derives = visitor.derives
    }

    /// Whether its module may have to open the other text's.
    public func mayUse(_ other: NamesInSwift) -> Bool {
        other.declaresUnnamed || (derives && other.declaresClasses) || (mentionsInitializer && other.declaresTypes)
            || !mentioned.isDisjoint(with: other.declared)
    }

    /// The same names of a text that was compiled as its author wrote it: everything in it is hidden from who does not open
    /// its module, also what is used unnamed.
    public var hidden: NamesInSwift {
        var names = self
        names.declaresUnnamed = true
        return names
    }

    /// Those of both texts.
    public func union(_ other: NamesInSwift) -> NamesInSwift {
        var union = self
        union.declared.formUnion(other.declared)
        union.mentioned.formUnion(other.mentioned)
        union.declaresTypes = declaresTypes || other.declaresTypes
        union.declaresClasses = declaresClasses || other.declaresClasses
        union.declaresUnnamed = declaresUnnamed || other.declaresUnnamed
        union.mentionsInitializer = mentionsInitializer || other.mentionsInitializer
        union.derives = derives || other.derives
        return union
    }
}

private final class NameVisitor: SyntaxVisitor {
    private(set) var declared: Set<String> = []
    private(set) var mentioned: Set<String> = []
    private(set) var declaresTypes = false
    private(set) var declaresClasses = false
    private(set) var declaresUnnamed = false
    private(set) var mentionsInitializer = false
    private(set) var derives = false

    override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
        switch token.tokenKind {
        case .identifier, .dollarIdentifier, .binaryOperator, .prefixOperator, .postfixOperator:
            mentioned.insert(token.bareText)
        default: break
        }
        return .skipChildren
    }

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        if node.baseName.tokenKind == .keyword(.`init`) { mentionsInitializer = true }
        return .visitChildren
    }

    override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind { declare(node.identifier) }
    override func visit(_ node: EnumCaseElementSyntax) -> SyntaxVisitorContinueKind { declare(node.name) }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { declare(node.name) }
    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { declareType(node.name) }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { declareType(node.name) }
    override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { declareType(node.name) }
    override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { declare(node.name) }

    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
        declaresClasses = true
        derives = derives || node.inheritanceClause != nil
        return declareType(node.name)
    }

    override func visit(_ node: TypeAliasDeclSyntax) -> SyntaxVisitorContinueKind {
        // `IntegerLiteralType` and the like say what literals are.
        if node.name.text.hasSuffix("LiteralType") { declaresUnnamed = true }
        return declare(node.name)
    }

    override func visit(_ node: MacroDeclSyntax) -> SyntaxVisitorContinueKind {
        declaresUnnamed = true
        return .visitChildren
    }

    private func declareType(_ name: TokenSyntax) -> SyntaxVisitorContinueKind {
        declaresTypes = true
        return declare(name)
    }

    private func declare(_ name: TokenSyntax) -> SyntaxVisitorContinueKind {
        declared.insert(name.bareText)
        return .visitChildren
    }
}

extension TokenSyntax {
    /// Without the backticks that make a name of a keyword, and the dollar of what a property wrapper projects.
    var bareText: String {
        text.filter { $0 != "`" && $0 != "$" }
    }
}
