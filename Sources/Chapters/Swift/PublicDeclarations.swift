internal import SwiftParser
internal import SwiftSyntax

/// The declarations of a cell, for making some of them public.
///
/// To the compiler an earlier cell's type is another module's, and what fulfils a protocol in an extension of it must be
/// public; no author of a notebook would write that.
public struct PublicDeclarations {
    private let tree: SourceFileSyntax

    public init(of source: String) {
        tree = ParsingStack.withRoom(for: source) { Parser.parse(source: source) }
    }

    /// The edit that makes the innermost declaration at a UTF-8 offset public; nil where it has its own access level.
    public func edit(at offset: Int) -> SourceEdit? {
        guard offset >= 0, let token = tree.token(at: AbsolutePosition(utf8Offset: offset)) else { return nil }
        let ancestors = sequence(first: Syntax(token)) { $0.parent }
        let declaration = ancestors.lazy.compactMap { $0.asProtocol(SyntaxProtocol.self) as? any WithModifiersSyntax }
            .first
        return declaration.flatMap(Self.edit)
    }

    /// The edit that writes out the initialisers of the struct whose name is at a UTF-8 offset; nil where it cannot be had.
    public func initializerEdit(at offset: Int) -> SourceEdit? {
        guard offset >= 0, let token = tree.token(at: AbsolutePosition(utf8Offset: offset)) else { return nil }
        return token.parent?.as(StructDeclSyntax.self).flatMap(MemberwiseInitializer.init)?.edit
    }

    /// The UTF-8 range of the declaration of the top level at an offset.
    public func topLevelRange(at offset: Int) -> Range<Int>? {
        tree.statements.map(\.range).first { $0.contains(offset) }
    }

    /// The edits that make the cell's own types public.
    public var typeEdits: [SourceEdit] {
        tree.statements.compactMap { statement in
            guard case .decl(let declaration) = statement.item, declaration.isType,
                let declaration = declaration.asProtocol(DeclSyntaxProtocol.self) as? any WithModifiersSyntax
            else { return nil }
            return Self.edit(declaration)
        }
    }

    private static func edit(_ declaration: any WithModifiersSyntax) -> SourceEdit? {
        guard !declaration.modifiers.contains(where: \.isAccessLevel) else { return nil }
        return SourceEdit(inserting: "public ", at: declaration.placeOfModifiers)
    }
}

extension DeclSyntax {
    fileprivate var isType: Bool {
        self.is(StructDeclSyntax.self) || self.is(ClassDeclSyntax.self) || self.is(EnumDeclSyntax.self)
            || self.is(ActorDeclSyntax.self) || self.is(ProtocolDeclSyntax.self) || self.is(TypeAliasDeclSyntax.self)
    }
}
