internal import SwiftParser
internal import SwiftSyntax

/// The protocols that a chapter's types conform to, and the members that its extensions add.
///
/// What fulfils a protocol is settled where the conformance is stated. A `static func <` in a later cell's extension would
/// be called by name, while `sorted()` went on with the earlier one.
public struct Conformances: Equatable, Sendable {
    /// By type: those named where it is declared or extended.
    private var stated: [String: Set<String>] = [:]
    /// What the chapter's own protocols inherit from and require.
    private var protocols: [String: OwnProtocol] = [:]
    private var members: [Member] = []
    /// The types, not the protocols, that the text declares.
    private var types: Set<String> = []

    struct OwnProtocol: Equatable, Sendable {
        var inherited: Set<String> = []
        var requirements: [MemberName] = []
    }

    /// A member of an extension.
    struct Member: Equatable, Sendable {
        let type: String
        let name: MemberName
        /// UTF-8 offset of its name.
        let offset: Int
    }

    /// A member of a cell that a protocol goes on without.
    public struct Unused: Equatable, Sendable {
        public let type: String
        public let proto: String
        public let member: String
        /// UTF-8 offset of its name in the later text.
        public let offset: Int
    }

    /// Those of a text without any.
    public init() {}

    init(in tree: SourceFileSyntax) {
        let visitor = ConformanceVisitor(viewMode: .sourceAccurate)
        visitor.walk(tree)
        stated = visitor.stated.mapValues { Set($0.map(\.name)) }
        (protocols, members, types) = (visitor.protocols, visitor.members, visitor.types)
    }

    /// What holds after a text with these has followed; a type that is declared anew begins anew.
    public func followed(by later: Conformances) -> Conformances {
        var both = self
        both.stated = stated.filter { !later.types.contains($0.key) }
        both.stated.merge(later.stated) { $0.union($1) }
        both.members = members.filter { !later.types.contains($0.type) } + later.members
        both.protocols.merge(later.protocols) { $1 }
        both.types.formUnion(later.types)
        return both
    }

    /// The members of a later text that protocols would not use, because earlier conformances have theirs already.
    public func unused(by later: Conformances) -> [Unused] {
        later.members.compactMap { member in
            guard !later.types.contains(member.type), later.protocols[member.type] == nil else { return nil }
            let proto = (stated[member.type] ?? []).subtracting(later.stated[member.type] ?? []).sorted()
                .first { requires(member, by: $0) }
            guard let proto = proto ?? defaulted(member) else { return nil }
            return Unused(type: member.type, proto: proto, member: member.name.base, offset: member.offset)
        }
    }

    /// The protocol for which an earlier text has such a default implementation.
    private func defaulted(_ member: Member) -> String? {
        guard protocols[member.type] != nil, requires(member, by: member.type) else { return nil }
        return members.contains { $0.type == member.type && $0.name == member.name } ? member.type : nil
    }

    private func requires(_ member: Member, by proto: String) -> Bool {
        implied(by: proto).contains { proto in
            (protocols[proto]?.requirements ?? MemberName.standard[proto] ?? []).contains {
                $0.isFulfilled(by: member.name, of: member.type)
            }
        }
    }

    /// A protocol and those that it inherits from.
    private func implied(by proto: String) -> Set<String> {
        var (all, new) = ([proto] as Set, [proto])
        while let next = new.popLast() {
            let inherited = protocols[next]?.inherited ?? MemberName.inherited[next] ?? []
            new += inherited.subtracting(all)
            all.formUnion(inherited)
        }
        return all
    }

    /// The protocols by which a type conforms to one: itself, and those that inherit from it.
    public func implying(_ proto: String) -> Set<String> {
        let known = Set(protocols.keys).union(MemberName.inherited.keys)
        return Set(known.filter { implied(by: $0).contains(proto) }).union([proto])
    }

    /// The UTF-8 offset at which a text states that a type conforms to one of some protocols.
    public static func offset(of type: String, to names: Set<String>, in source: String) -> Int? {
        ParsingStack.withRoom(for: source) {
            let visitor = ConformanceVisitor(viewMode: .sourceAccurate)
            visitor.walk(Parser.parse(source: source))
            return visitor.stated[type]?.first { names.contains($0.name) }?.offset
        }
    }
}

/// Walks the declarations of types, and not what functions do.
private final class ConformanceVisitor: SyntaxVisitor {
    private(set) var stated: [String: [(name: String, offset: Int)]] = [:]
    private(set) var protocols: [String: Conformances.OwnProtocol] = [:]
    private(set) var members: [Conformances.Member] = []
    private(set) var types: Set<String> = []
    private var path: [String] = []

    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { enter(node, node.name) }
    override func visitPost(_ node: StructDeclSyntax) { path.removeLast() }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { enter(node, node.name) }
    override func visitPost(_ node: ClassDeclSyntax) { path.removeLast() }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { enter(node, node.name) }
    override func visitPost(_ node: EnumDeclSyntax) { path.removeLast() }
    override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { enter(node, node.name) }
    override func visitPost(_ node: ActorDeclSyntax) { path.removeLast() }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

    override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
        path.append(node.extendedType.nameOfType)
        state(node.inheritanceClause)
        // A more special member stands beside the general one in a single file, too.
        if node.genericWhereClause == nil {
            members += node.memberBlock.members.flatMap { member in
                MemberName.all(of: member.decl, type: path[0]).map { name, token in
                    .init(type: path[0], name: name, offset: token.range.lowerBound)
                }
            }
        }
        return .visitChildren
    }

    override func visitPost(_ node: ExtensionDeclSyntax) { path.removeLast() }

    override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind {
        let members = node.memberBlock.members.map(\.decl)
        let isOpen = members.contains { $0.is(AssociatedTypeDeclSyntax.self) }
        let requirements = members.flatMap { MemberName.all(of: $0, type: "Self").map(\.name) }
        protocols[node.name.bareText] = .init(
            inherited: Set((node.inheritanceClause?.inheritedTypes ?? []).map(\.type.nameOfType)),
            requirements: isOpen ? requirements.map(\.ofAnyTypes) : requirements)
        return .skipChildren
    }

    private func enter(_ node: some DeclGroupSyntax, _ name: TokenSyntax) -> SyntaxVisitorContinueKind {
        path.append(name.bareText)
        types.insert(path.joined(separator: "."))
        state(node.inheritanceClause)
        return .visitChildren
    }

    private func state(_ clause: InheritanceClauseSyntax?) {
        stated[path.joined(separator: "."), default: []] += (clause?.inheritedTypes ?? []).map {
            ($0.type.nameOfType, ($0.type.as(AttributedTypeSyntax.self)?.baseType ?? $0.type).range.lowerBound)
        }
    }
}

extension TypeSyntax {
    /// Its name without attributes and generic arguments: `Box` of `@retroactive Box<Int>`.
    var nameOfType: String {
        if let attributed = self.as(AttributedTypeSyntax.self) { return attributed.baseType.nameOfType }
        if let identifier = self.as(IdentifierTypeSyntax.self) { return identifier.name.bareText }
        if let member = self.as(MemberTypeSyntax.self) {
            return "\(member.baseType.nameOfType).\(member.name.bareText)"
        }
        return trimmedDescription
    }
}
