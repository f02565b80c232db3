internal import SwiftSyntax

/// Walks a text in the order in which its names come into view, for `TopLevelNames`.
final class MentionVisitor: ScopeVisitor {
    private(set) var variables: [TopLevelNames.Variable] = []
    private(set) var mentions: [TopLevelNames.Mention] = []
    /// The values that the walk is inside of, each of something with a name.
    private var values: [OwnValue] = []
    /// Where the names that are being bound come into view.
    private var visibleFrom = 0
    private var boundGuard: GuardStmtSyntax?

    /// What gives something its value, and may mention the name.
    private struct OwnValue {
        let names: [String]
        let depth: Int
        /// Swift knows the type without the value, so that a closure in it can mean what is being declared.
        let hasType: Bool
        /// The type is a function's: closures in the value can be meant to call themselves.
        var isFunction = false
        /// It is mentioned where the new one has no value yet.
        var isMentionedAtOnce = false
        /// The places, in `mentions`, of those in kept closures.
        var kept: [Int] = []
    }

    // MARK: Mentions

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        guard case .identifier = node.baseName.tokenKind, !node.isMember else { return .visitChildren }
        mention(node.baseName)
        return .visitChildren
    }

    private func mention(_ token: TokenSyntax, as form: TopLevelNames.Form = .expression) {
        let name = token.bareText
        guard !scopes.contains(where: { $0.contains(name) }) else { return }
        let time = depth == 0 ? TopLevelNames.Time.atOnce : .later
        mentions.append(
            .init(
                name: name, offset: token.range.lowerBound, form: form, time: time, isQuoted: token.text.hasPrefix("`"))
        )
        guard let index = values.lastIndex(where: { $0.names.contains(name) }) else { return }
        if values[index].depth == depth {
            values[index].isMentionedAtOnce = true
            mentions[mentions.count - 1].time = .inOwnValue
        } else {
            values[index].kept.append(mentions.count - 1)
        }
    }

    /// Walks what gives names their value.
    private func walkValue(of value: OwnValue, _ node: some SyntaxProtocol) {
        values.append(value)
        walk(node)
        let value = values.removeLast()
        guard !value.hasType || value.isMentionedAtOnce else { return }
        for index in value.kept { mentions[index].time = .inOwnValue }
    }

    // MARK: Variables

    override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
        let name = node.identifier.bareText
        guard scopes.isEmpty else {
            declare([name])
            return .skipChildren
        }
        variables.append(
            .init(
                name: name, offset: node.identifier.range.lowerBound, visibleFrom: visibleFrom,
                hidden: boundGuard.map { $0.body.range } ?? 0..<0, isGuarded: boundGuard != nil,
                isQuoted: node.identifier.text.hasPrefix("`")))
        return .skipChildren
    }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        walk(node.attributes)
        for binding in node.bindings {
            let names = binding.pattern.names
            if let initializer = binding.initializer {
                // To the value of a member, the member's own name is in view, and of no use.
                let members = scopes.last.map { node.isMember ? $0.intersection(names) : [] } ?? []
                if !members.isEmpty { scopes[scopes.count - 1].subtract(members) }
                let type = binding.typeAnnotation?.type
                walkValue(
                    of: OwnValue(
                        names: node.isMember || scopes.isEmpty ? names : [], depth: depth, hasType: type != nil,
                        isFunction: type?.isFunction ?? false), initializer)
                declare(Array(members))
            }
            visibleFrom = (binding.initializer?.range ?? binding.pattern.range).upperBound
            walk(binding.pattern)
            if let accessors = binding.accessorBlock { walk(accessors) }
        }
        return .skipChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        for capture in node.signature?.capture?.items ?? [] {
            if let initializer = capture.initializer { walk(initializer) } else { mention(capture.name, as: .capture) }
        }
        let isKept = !node.isCalledAtOnce || values.contains { $0.isFunction && $0.depth == depth }
        let names = (node.signature?.names ?? []) + node.statements.hoistedNames
        scoped(names, isKept: isKept && !node.isCalled) { walk(node.statements) }
        return .skipChildren
    }

    override func visit(_ node: GuardStmtSyntax) -> SyntaxVisitorContinueKind {
        walk(node.body)
        if scopes.isEmpty { boundGuard = node }
        walk(node.conditions)
        boundGuard = nil
        return .skipChildren
    }

    override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
        let isInGuard = boundGuard != nil && scopes.isEmpty
        if let initializer = node.initializer {
            walk(initializer)
        } else if let pattern = node.pattern.as(IdentifierPatternSyntax.self) {
            mention(pattern.identifier, as: isInGuard ? .expression : .binding)
        }
        visibleFrom = node.range.upperBound
        walk(node.pattern)
        return .skipChildren
    }

    override func visit(_ node: MatchingPatternConditionSyntax) -> SyntaxVisitorContinueKind {
        walk(node.initializer)
        visibleFrom = node.range.upperBound
        walk(node.pattern)
        return .skipChildren
    }

    // MARK: Functions and types

    /// A type that is built on the earlier one of its own name mentions that in its first line.
    override func walkInherited(_ types: InheritedTypeListSyntax, byTypeNamed name: String) {
        guard scopes.isEmpty else { return }
        for type in types.compactMap({ $0.type.as(IdentifierTypeSyntax.self) }) where type.name.bareText == name {
            mentionType(type)
        }
    }

    override func walkDefault(_ value: InitializerClauseSyntax, ofFunctionNamed name: String?) {
        walkValue(of: OwnValue(names: name.map { [$0] } ?? [], depth: depth, hasType: true), value)
    }

    override func visit(_ node: TypeAliasDeclSyntax) -> SyntaxVisitorContinueKind {
        guard scopes.isEmpty else { return .skipChildren }
        for token in node.initializer.value.tokens(viewMode: .sourceAccurate) where token.bareText == node.name.bareText
        {
            if let type = token.parent?.as(IdentifierTypeSyntax.self) { mentionType(type) }
        }
        return .skipChildren
    }

    private func mentionType(_ type: IdentifierTypeSyntax) {
        mentions.append(
            .init(name: type.name.bareText, offset: type.name.range.lowerBound, time: .inOwnValue))
    }
}
