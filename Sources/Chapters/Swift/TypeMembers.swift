internal import SwiftParser
internal import SwiftSyntax

/// The cases and static members that a chapter's own types have, for telling a wrong value before anything runs.
struct TypeMembers {
    private var names: [String: [String]] = [:]

    init(in sources: [String]) {
        let visitor = Visitor(viewMode: .sourceAccurate)
        for source in sources where source.contains("case") || source.contains("static") {
            ParsingStack.withRoom(for: source) { visitor.walk(Parser.parse(source: source)) }
        }
        // An extension of a type that is declared elsewhere tells only some of its members.
        names = visitor.names.filter { visitor.declared.contains($0.key) }
    }

    /// Empty for a type that is not the chapter's.
    func names(of type: String) -> [String] { names[type] ?? [] }

    private final class Visitor: SyntaxVisitor {
        var names: [String: [String]] = [:]
        var declared: Set<String> = []

        override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
            take(node.memberBlock, of: node.name.text, isDeclaration: true)
        }

        override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
            take(node.memberBlock, of: node.name.text, isDeclaration: true)
        }

        override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
            take(node.memberBlock, of: node.name.text, isDeclaration: true)
        }

        override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
            take(node.memberBlock, of: node.extendedType.trimmedDescription, isDeclaration: false)
        }

        private func take(
            _ block: MemberBlockSyntax, of type: String, isDeclaration: Bool
        ) -> SyntaxVisitorContinueKind {
            if isDeclaration { declared.insert(type) }
            for member in block.members {
                if let cases = member.decl.as(EnumCaseDeclSyntax.self) {
                    names[type, default: []] += cases.elements.filter { $0.parameterClause == nil }.map(\.name.text)
                } else if let variable = member.decl.as(VariableDeclSyntax.self),
                    variable.modifiers.contains(where: { ["static", "class"].contains($0.name.text) })
                {
                    names[type, default: []] += variable.bindings.compactMap {
                        $0.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
                    }
                }
            }
            return .visitChildren
        }
    }
}
