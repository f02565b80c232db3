internal import SwiftSyntax

/// What a text of Swift declares at its top level, and where it mentions names that no inner scope of its own hides.
///
/// In a single file a name has one declaration, so `let x = x + 1` can mean nothing. In a chapter the `x` on the right can
/// be an earlier cell's: what runs before a declaration means the declaration before.
public struct TopLevelNames: Equatable, Sendable {
    /// The names that later cells can use: of variables, functions and types.
    public internal(set) var exported: Set<String> = []
    /// Those of them that are types.
    public internal(set) var types: Set<String> = []
    /// Those with a type and neither a value nor an accessor: Swift reads them unchecked in another module.
    public internal(set) var uninitialized: [Uninitialized] = []
    var variables: [Variable] = []
    public internal(set) var mentions: [Mention] = []
    var keptCode = KeptCode()

    /// A line of what reads the variables that were declared without a value.
    public enum Uninitialized: Equatable, Sendable {
        case variable(String)
        /// One of a global actor.
        case isolated(String, to: String)
        /// `#if …`, `#elseif …`, `#else` or `#endif` around those in branches.
        case directive(String)
    }

    /// A variable, and from where on its name means it.
    struct Variable: Equatable, Sendable {
        let name: String
        /// UTF-8 offset of the name.
        let offset: Int
        /// Where the statement that declares it has given it its value.
        let visibleFrom: Int
        /// Where it is not to be seen although it was declared before: the `else` of a guard.
        var hidden = 0..<0
        /// Declared by a guard.
        var isGuarded = false
        /// Written in backticks.
        var isQuoted = false

        func isVisible(at offset: Int) -> Bool { offset >= visibleFrom && !hidden.contains(offset) }
    }

    /// A mention of a name that may be one of the top level, or of an earlier cell.
    public struct Mention: Equatable, Sendable {
        public let name: String
        /// UTF-8 offset of the name.
        public let offset: Int
        var form = Form.expression
        var time = Time.atOnce
        /// Written in backticks.
        var isQuoted = false

        private var written: String { isQuoted ? "`\(name)`" : name }

        /// The edit that lets it mean another variable, whose name has something before its own.
        func edit(namePrefix prefix: String) -> SourceEdit {
            guard isQuoted else { return edit(prefix: prefix) }
            switch form {
            case .expression: return SourceEdit(inserting: prefix, at: offset + 1)
            case .binding: return SourceEdit(inserting: " = \(prefix)\(name)", at: offset + name.utf8.count + 2)
            case .capture: return SourceEdit(inserting: "\(name)` = `\(prefix)", at: offset + 1)
            }
        }

        /// The edit that lets it mean what has something before its name.
        public func edit(prefix: String) -> SourceEdit {
            switch form {
            case .expression: SourceEdit(inserting: prefix, at: offset)
            case .binding: SourceEdit(inserting: " = \(prefix)\(written)", at: offset + written.utf8.count)
            case .capture: SourceEdit(inserting: "\(written) = \(prefix)", at: offset)
            }
        }
    }

    /// How a mention is written.
    enum Form: Equatable, Sendable {
        /// As any expression, or as a type.
        case expression
        /// `if let x`, which stands for `if let x = x`.
        case binding
        /// `[x]` at the head of a closure.
        case capture
    }

    /// When a mention is looked at.
    enum Time: Equatable, Sendable {
        /// When the text gets there.
        case atOnce
        /// It stands in what gives its own name a value, where the new one cannot be meant.
        case inOwnValue
        /// When a function or a closure is called that was kept.
        case later
    }

    /// Those of a text without any.
    public init() {}

    init(in tree: SourceFileSyntax) {
        let visitor = MentionVisitor(viewMode: .sourceAccurate)
        visitor.walk(tree)
        variables = visitor.variables
        mentions = visitor.mentions
        keptCode = KeptCode(in: tree.statements)
        for item in tree.statements.withConditional { note(item.item) }
        noteOverloads(in: tree)
        uninitialized = Self.uninitialized(in: tree.statements)
    }

    private mutating func note(_ item: CodeBlockItemSyntax.Item) {
        if item.as(DeclSyntax.self)?.isHiddenInItsFile ?? false { return }
        if let name = item.as(DeclSyntax.self)?.name {
            exported.insert(name)
            if !item.is(FunctionDeclSyntax.self) { types.insert(name) }
        } else if let declaration = item.as(VariableDeclSyntax.self) {
            exported.formUnion(declaration.bindings.flatMap { $0.pattern.names })
        } else if let statement = item.as(GuardStmtSyntax.self) {
            exported.formUnion(statement.conditions.flatMap { $0.names })
        }
    }

    /// What has several functions of one name can mean another of them by it.
    private mutating func noteOverloads(in tree: SourceFileSyntax) {
        let functions = tree.statements.withConditional.compactMap {
            $0.item.as(FunctionDeclSyntax.self)?.name.bareText
        }
        let counts = Dictionary(functions.map { ($0, 1) }, uniquingKeysWith: +)
        for index in mentions.indices where counts[mentions[index].name, default: 0] > 1 {
            mentions[index].time = .later
        }
    }

    private static func uninitialized(in statements: CodeBlockItemListSyntax) -> [Uninitialized] {
        statements.flatMap { statement -> [Uninitialized] in
            if let declaration = statement.item.as(VariableDeclSyntax.self) { return uninitialized(in: declaration) }
            guard let conditional = statement.item.as(IfConfigDeclSyntax.self) else { return [] }
            let branches = conditional.clauses.map { clause in
                (clause, clause.statements.map(uninitialized(in:)) ?? [])
            }
            guard branches.contains(where: { !$0.1.isEmpty }) else { return [] }
            let lines = branches.flatMap { clause, checks in
                let condition = clause.condition.map { " \($0.trimmedDescription)" } ?? ""
                return [.directive(clause.poundKeyword.text + condition)] + checks
            }
            return lines + [.directive("#endif")]
        }
    }

    private static func uninitialized(in declaration: VariableDeclSyntax) -> [Uninitialized] {
        // Swift has no property wrappers at the top level; its own attributes begin with a small letter.
        let actors = declaration.attributes.compactMap { $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription }
            .filter { $0.first?.isUppercase ?? false }
        let bindings = declaration.bindings.filter {
            $0.initializer == nil && $0.accessorBlock == nil && $0.typeAnnotation != nil
        }
        return bindings.flatMap(\.pattern.names).map { name in
            actors.first.map { .isolated(name, to: $0) } ?? .variable(name)
        }
    }
}

extension CodeBlockItemListSyntax {
    /// The statements, with those of `#if` and its other branches in its place.
    var withConditional: [CodeBlockItemSyntax] {
        flatMap { item -> [CodeBlockItemSyntax] in
            guard let conditional = item.item.as(IfConfigDeclSyntax.self) else { return [item] }
            return conditional.clauses.flatMap { $0.statements?.withConditional ?? [] }
        }
    }
}

extension DeclSyntax {
    /// It is private, or so to its file.
    var isHiddenInItsFile: Bool {
        let modifiers = (asProtocol(DeclSyntaxProtocol.self) as? any WithModifiersSyntax)?.modifiers
        return modifiers?.contains { ["private", "fileprivate"].contains($0.name.text) } ?? false
    }
}

extension IfConfigClauseSyntax {
    var statements: CodeBlockItemListSyntax? {
        if case .statements(let statements) = elements { statements } else { nil }
    }
}

extension PatternSyntax {
    /// The names that it binds.
    var names: [String] { boundNames(in: Syntax(self)) }
}

extension ConditionElementSyntax {
    /// The names that it binds.
    var names: [String] {
        switch condition {
        case .optionalBinding(let binding): binding.pattern.names
        case .matchingPattern(let matching): matching.pattern.names
        default: []
        }
    }
}

/// The names of the patterns in a node, which is a pattern.
private func boundNames(in node: Syntax) -> [String] {
    if let pattern = node.as(IdentifierPatternSyntax.self) { return [pattern.identifier.bareText] }
    return node.children(viewMode: .sourceAccurate).flatMap(boundNames)
}
