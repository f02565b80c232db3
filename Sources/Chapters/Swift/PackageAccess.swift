internal import SwiftSyntax

/// The edits that let all modules of a chapter see what one of them declares, as all files of one program would.
///
/// To Swift each cell is a module, and what it declares without an access level is hidden from the others. `@testable`
/// opens it for names that are looked up, but not for what is used without a name: an override below an override gets no
/// entry in a third module's table of methods, `switch` finds no `~=`, a result builder no `buildBlock`. With `package`
/// it is there for all of them.
///
/// 1. It goes before each declaration of the top level, of a type and of an extension; `internal` is replaced by it.
/// 2. What has another access level keeps it. The members of a private type are as private as it is, and those of a
///    `public extension` as public.
/// 3. The initialiser that Swift gives a class unwritten is written, where the class surely derives from none: an override
///    of it would get no entry either.
/// 4. What has none in Swift (cases, requirements, operators, `deinit`) and what is local stays as it is.
struct PackageAccess {
    private(set) var edits: [SourceEdit] = []

    init(in tree: SourceFileSyntax) {
        add(tree.statements)
    }

    private mutating func add(_ statements: CodeBlockItemListSyntax) {
        for case .decl(let declaration) in statements.map(\.item) { add(declaration) }
    }

    private mutating func add(_ members: MemberBlockItemListSyntax) {
        for member in members { add(member.decl) }
    }

    private mutating func add(_ declaration: DeclSyntax) {
        if let condition = declaration.as(IfConfigDeclSyntax.self) { return add(condition) }
        guard let declaration = declaration.asProtocol(DeclSyntaxProtocol.self) as? any WithModifiersSyntax,
            declaration.hasAccessLevel
        else { return }
        let level = declaration.modifiers.first { $0.isAccessLevel }
        if let extended = declaration.as(ExtensionDeclSyntax.self), level == nil {
            return add(extended.memberBlock.members)
        }
        if level == nil || level?.name.text == "internal" { edits.append(edit(of: declaration, level: level)) }
        if let type = declaration.as(ClassDeclSyntax.self), level?.isPrivate != true, type.hasUnwrittenInitializer {
            let place = type.memberBlock.leftBrace.endPositionBeforeTrailingTrivia.utf8Offset
            edits.append(SourceEdit(inserting: " package init() {};", at: place))
        }
        guard let type = declaration as? any TypeWithMembers, level?.isPrivate != true else { return }
        add(type.memberBlock.members)
    }

    private mutating func add(_ condition: IfConfigDeclSyntax) {
        for clause in condition.clauses {
            switch clause.elements {
            case .statements(let statements): add(statements)
            case .decls(let members): add(members)
            default: continue
            }
        }
    }

    private func edit(of declaration: any WithModifiersSyntax, level: DeclModifierSyntax?) -> SourceEdit {
        if let level { return SourceEdit(range: level.range, replacement: "package") }
        return SourceEdit(inserting: "package ", at: declaration.placeOfModifiers)
    }
}

extension WithModifiersSyntax {
    /// Whether Swift gives such a declaration an access level that can be written.
    fileprivate var hasAccessLevel: Bool {
        !(self is EnumCaseDeclSyntax || self is DeinitializerDeclSyntax || self is ImportDeclSyntax
            || self is AssociatedTypeDeclSyntax || self is MacroDeclSyntax || self is PrecedenceGroupDeclSyntax)
    }

    /// The UTF-8 offset behind the attributes, before the first modifier or the keyword.
    var placeOfModifiers: Int {
        let attributes = (self as? any WithAttributesSyntax)?.attributes
        let first = attributes?.last?.nextToken(viewMode: .sourceAccurate) ?? firstToken(viewMode: .sourceAccurate)
        return first?.range.lowerBound ?? range.lowerBound
    }
}

extension DeclModifierSyntax {
    /// Whether it says who sees the declaration, as `private` does, and `private(set)` does not.
    var isAccessLevel: Bool {
        detail == nil && ["open", "public", "package", "internal", "fileprivate", "private"].contains(name.text)
    }

    fileprivate var isPrivate: Bool { name.text == "private" || name.text == "fileprivate" }
}

/// A type whose members can have access levels of their own; a protocol's requirements have none.
private protocol TypeWithMembers: SyntaxProtocol {
    var memberBlock: MemberBlockSyntax { get }
}

extension ClassDeclSyntax {
    /// Whether Swift gives it `init()`: it derives from no class, and each stored property has a value.
    fileprivate var hasUnwrittenInitializer: Bool {
        let inherited = inheritanceClause?.inheritedTypes.map(\.type.trimmedDescription) ?? []
        guard inherited.allSatisfy(Self.protocols.contains) else { return false }
        let members = memberBlock.members.map(\.decl)
        let initializers = members.compactMap { $0.as(InitializerDeclSyntax.self) }
        guard initializers.allSatisfy({ $0.modifiers.contains { $0.name.text == "convenience" } }),
            !members.contains(where: { $0.is(IfConfigDeclSyntax.self) })
        else { return false }
        return members.compactMap { $0.as(VariableDeclSyntax.self) }.allSatisfy(\.needsNoValue)
    }

    /// Those of the standard library that classes of chapters conform to, and that ask for no initialiser.
    private static let protocols: Set = [
        "AnyObject", "CustomDebugStringConvertible", "CustomStringConvertible", "Comparable", "Equatable", "Error",
        "Hashable", "Identifiable", "IteratorProtocol", "Sendable", "@unchecked Sendable", "Sequence",
    ]
}

extension VariableDeclSyntax {
    /// Whether an initialiser need not set it.
    fileprivate var needsNoValue: Bool {
        if modifiers.contains(where: { ["static", "class", "lazy"].contains($0.name.text) }) { return true }
        return bindings.allSatisfy { binding in
            if binding.initializer != nil { return true }
            if let accessors = binding.accessorBlock { return !accessors.isOfStored }
            let type = binding.typeAnnotation?.type
            let isOptional =
                type?.is(OptionalTypeSyntax.self) == true
                || type?.is(ImplicitlyUnwrappedOptionalTypeSyntax.self) == true
            return isOptional && bindingSpecifier.text == "var"
        }
    }
}

extension AccessorBlockSyntax {
    /// Whether it only watches a stored property.
    fileprivate var isOfStored: Bool {
        guard case .accessors(let accessors) = accessors else { return false }
        return accessors.allSatisfy { ["willSet", "didSet"].contains($0.accessorSpecifier.text) }
    }
}

extension StructDeclSyntax: TypeWithMembers {}
extension ClassDeclSyntax: TypeWithMembers {}
extension EnumDeclSyntax: TypeWithMembers {}
extension ActorDeclSyntax: TypeWithMembers {}
