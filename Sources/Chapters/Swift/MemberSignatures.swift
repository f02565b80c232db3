internal import SwiftSyntax

/// The methods and subscripts of a chapter's types and extensions, and what they give.
///
/// A method in an extension takes an earlier cell's place only where both are of the same type. Where they give something
/// else, Swift would call the one that fits, so that the earlier one went on in some places without a word.
public struct MemberSignatures: Equatable, Sendable {
    /// By the type and what a call has to look like.
    private var members: [String: Member] = [:]
    /// The types that the text declares.
    private var types: Set<String> = []

    private struct Member: Equatable, Sendable {
        let type: String
        let name: String
        let result: String
        /// UTF-8 offset of the name.
        let offset: Int
        let isOfExtension: Bool
    }

    /// A member that gives something else than an earlier one of the same call.
    public struct Redefinition: Equatable, Sendable {
        public let type: String
        public let member: String
        public let earlierResult: String
        public let laterResult: String
        /// UTF-8 offset of its name in the later text.
        public let offset: Int
    }

    /// Those of a text without any.
    public init() {}

    init(in tree: SourceFileSyntax) {
        for statement in tree.statements.withConditional {
            if let declaration = statement.item.as(DeclSyntax.self) { add(declaration, in: nil) }
        }
    }

    /// What holds after a text with these has followed; a type that is declared anew begins anew.
    public func followed(by later: MemberSignatures) -> MemberSignatures {
        var both = self
        both.members = members.filter { !later.types.contains($0.value.type) }
        both.members.merge(later.members) { $1 }
        both.types.formUnion(later.types)
        return both
    }

    /// The members of a later text's extensions that would stand beside earlier ones.
    public func redefined(by later: MemberSignatures) -> [Redefinition] {
        later.members.compactMap { key, member in
            guard member.isOfExtension, !later.types.contains(member.type), let earlier = members[key],
                earlier.result != member.result
            else { return nil }
            return Redefinition(
                type: member.type, member: member.name, earlierResult: earlier.result, laterResult: member.result,
                offset: member.offset)
        }.sorted { $0.offset < $1.offset }
    }

    private mutating func add(_ declaration: DeclSyntax, in outer: String?) {
        if let extended = declaration.as(ExtensionDeclSyntax.self) {
            let condition = extended.genericWhereClause.map { " " + $0.trimmedDescription } ?? ""
            let type = TypeSpelling(generic: nil, nil).text(extended.extendedType)
            return add(extended.memberBlock, of: type, condition: condition, isOfExtension: true)
        }
        guard let name = declaration.name, !declaration.is(FunctionDeclSyntax.self),
            let group = declaration.asProtocol(DeclSyntaxProtocol.self) as? any DeclGroupSyntax
        else { return }
        let type = outer.map { "\($0).\(name)" } ?? name
        types.insert(type)
        // A requirement is no member.
        if !declaration.is(ProtocolDeclSyntax.self) {
            add(group.memberBlock, of: type, condition: "", isOfExtension: false)
        }
    }

    private mutating func add(_ block: MemberBlockSyntax, of type: String, condition: String, isOfExtension: Bool) {
        for member in block.members.map(\.decl) {
            let found: (Signature, TokenSyntax)? =
                if let function = member.as(FunctionDeclSyntax.self) {
                    (Signature(of: function), function.name)
                } else if let subscripted = member.as(SubscriptDeclSyntax.self) {
                    (Signature(of: subscripted), subscripted.subscriptKeyword)
                } else {
                    nil
                }
            guard let (signature, name) = found else {
                add(member, in: type)
                continue
            }
            guard !member.isHiddenInItsFile else { continue }
            let modifiers = (member.asProtocol(DeclSyntaxProtocol.self) as? any WithModifiersSyntax)?.modifiers
            let isStatic = modifiers?.contains { ["static", "class"].contains($0.name.text) } ?? false
            members["\(type)\(condition)|\(isStatic)|\(signature.key)"] = Member(
                type: type, name: name.bareText, result: signature.result, offset: name.range.lowerBound,
                isOfExtension: isOfExtension)
        }
    }
}
