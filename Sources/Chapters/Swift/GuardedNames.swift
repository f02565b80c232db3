internal import SwiftSyntax

/// Gives what a top-level `guard let` binds to later cells.
///
/// Swift keeps such a variable within its file. So it is bound under another name and declared under its own behind the
/// guard, on the same line:
///
///     guard let g = find() else { … }
///     guard let _Guarded_g = find() else { … }; let g = _Guarded_g
public enum GuardedNames {
    static let prefix = "_Guarded_"
    /// Before the name of an ordinary variable of the same cell that the guard's takes the place of.
    static let formerPrefix = "_Former_"

    /// The names that only generated text has, in a message.
    public static func removed(from message: String) -> String {
        message.replacing(prefix, with: "").replacing(formerPrefix, with: "")
    }

    static func edits(of tree: SourceFileSyntax, _ names: TopLevelNames) -> [SourceEdit] {
        tree.statements.withConditional.compactMap { $0.item.as(GuardStmtSyntax.self) }
            .flatMap { edits(of: $0, names) }
    }

    private static func edits(of statement: GuardStmtSyntax, _ names: TopLevelNames) -> [SourceEdit] {
        let bound = statement.conditions.flatMap(BoundName.all)
        guard !bound.isEmpty else { return [] }
        var edits = bound.map {
            SourceEdit(inserting: $0.isShorthand ? "\(prefix)\($0.name) = " : prefix, at: $0.offset)
        }
        for name in bound {
            edits += laterConditions(that: statement, mention: name, names)
            edits += former(of: name, boundBy: statement, names)
        }
        let declarations = bound.map { "; \($0.specifier) \($0.name) = \(prefix)\($0.name)" }.joined()
        return edits + [SourceEdit(inserting: declarations, at: statement.range.upperBound)]
    }

    /// The conditions behind the one that binds a name know it as it is bound.
    private static func laterConditions(
        that statement: GuardStmtSyntax, mention bound: BoundName, _ names: TopLevelNames
    ) -> [SourceEdit] {
        names.mentions.filter { mention in
            mention.name == bound.name && statement.conditions.range.contains(mention.offset)
                && mention.offset >= bound.end
        }.map { SourceEdit(inserting: prefix, at: $0.offset) }
    }

    /// `let x = find()` / `guard let x = x else { … }`: until the guard, x is the optional one.
    private static func former(
        of bound: BoundName, boundBy statement: GuardStmtSyntax, _ names: TopLevelNames
    ) -> [SourceEdit] {
        let former = names.variables.first { $0.name == bound.name && !$0.isGuarded && $0.offset < bound.offset }
        guard let former else { return [] }
        let mentions = names.mentions.filter { mention in
            mention.name == bound.name && (mention.offset < bound.end || statement.body.range.contains(mention.offset))
                && (mention.offset >= former.visibleFrom || mention.time == .later)
        }
        return [SourceEdit(inserting: formerPrefix, at: former.offset)] + mentions.map { $0.edit(prefix: formerPrefix) }
    }
}

/// A name in a guard's condition.
private struct BoundName {
    let name: String
    let offset: Int
    /// Where its condition ends.
    let end: Int
    /// `let` or `var`.
    let specifier: String
    let isShorthand: Bool

    static func all(of element: ConditionElementSyntax) -> [BoundName] {
        switch element.condition {
        case .optionalBinding(let binding):
            tokens(in: Syntax(binding.pattern), binding.bindingSpecifier).compactMap {
                BoundName($0, end: binding.range.upperBound, isShorthand: binding.initializer == nil)
            }
        case .matchingPattern(let matching):
            tokens(in: Syntax(matching.pattern), nil).compactMap {
                BoundName($0, end: matching.range.upperBound, isShorthand: false)
            }
        default: []
        }
    }

    private init?(_ bound: (name: TokenSyntax, specifier: TokenSyntax), end: Int, isShorthand: Bool) {
        guard !bound.name.text.hasPrefix("`") else { return nil }
        name = bound.name.text
        offset = bound.name.range.lowerBound
        self.end = end
        specifier = bound.specifier.text
        self.isShorthand = isShorthand
    }

    private static func tokens(
        in node: Syntax, _ specifier: TokenSyntax?
    ) -> [(name: TokenSyntax, specifier: TokenSyntax)] {
        if let pattern = node.as(IdentifierPatternSyntax.self) {
            return specifier.map { [(pattern.identifier, $0)] } ?? []
        }
        let specifier = node.as(ValueBindingPatternSyntax.self)?.bindingSpecifier ?? specifier
        return node.children(viewMode: .sourceAccurate).flatMap { tokens(in: $0, specifier) }
    }
}
