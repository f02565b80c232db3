internal import SwiftParser
internal import SwiftSyntax

/// Where a text of Swift declares a name.
public enum DeclarationPlace {
    /// The UTF-8 offset of the first declaration of a name: of a type, a function, a variable, a case, an operator.
    public static func offset(of name: String, in source: String) -> Int? {
        ParsingStack.withRoom(for: source) {
            let finder = DeclarationFinder(name: name)
            finder.walk(Parser.parse(source: source))
            return finder.offset
        }
    }

    /// The UTF-8 offset of the name where the text's top level declares it as private to its file.
    public static func offset(ofPrivate name: String, in source: String) -> Int? {
        ParsingStack.withRoom(for: source) {
            let finder = DeclarationFinder(name: name)
            for statement in Parser.parse(source: source).statements.withConditional {
                guard let declaration = statement.item.as(DeclSyntax.self), declaration.isHiddenInItsFile else {
                    continue
                }
                finder.walk(declaration)
            }
            return finder.offset
        }
    }
}

private final class DeclarationFinder: SyntaxVisitor {
    private let name: String
    private(set) var offset: Int?

    init(name: String) {
        self.name = name
        super.init(viewMode: .sourceAccurate)
    }

    override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
        if offset == nil, token.text == name, token.isDeclaredName { offset = token.range.lowerBound }
        return .skipChildren
    }
}

extension TokenSyntax {
    /// Whether it is the name that its parent declares.
    fileprivate var isDeclaredName: Bool {
        guard let parent else { return false }
        if let pattern = parent.as(IdentifierPatternSyntax.self) { return pattern.identifier == self }
        if let group = parent.as(PrecedenceGroupDeclSyntax.self) { return group.name == self }
        if let declaration = parent.as(OperatorDeclSyntax.self) { return declaration.name == self }
        if let element = parent.as(EnumCaseElementSyntax.self) { return element.name == self }
        guard let declaration = parent.asProtocol(SyntaxProtocol.self) as? any NamedDeclSyntax else { return false }
        return declaration.name == self
    }
}
