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
/// 3. What has none in Swift (cases, requirements, operators, `deinit`) and what is local stays as it is.
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

extension StructDeclSyntax: TypeWithMembers {}
extension ClassDeclSyntax: TypeWithMembers {}
extension EnumDeclSyntax: TypeWithMembers {}
extension ActorDeclSyntax: TypeWithMembers {}
