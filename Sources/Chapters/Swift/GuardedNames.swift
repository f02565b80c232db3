internal import SwiftSyntax

/// Gives what a top-level `guard let` binds to later cells.
///
/// Swift keeps such a variable within its file. So it is bound under another name and declared under its own behind the
/// guard, on the same line:
///
///     guard let g = find() else { … }
///     guard let _Guarded_g = find() else { … }; let g = _Guarded_g
///
/// Until the guard, its name may be that of another variable, which may be another guard's: that one is written with
/// another name, too, once for each guard that follows.
public enum GuardedNames {
    static let prefix = "_Guarded_"
    /// Before the name of a variable of the same cell that a guard's takes the place of.
    static let formerPrefix = "_Former_"

    /// The names that only generated text has, in a message.
    public static func removed(from message: String) -> String {
        message.replacing(prefix, with: "").replacing(formerPrefix, with: "")
    }

    static func edits(of tree: SourceFileSyntax, _ names: TopLevelNames) -> [SourceEdit] {
        let guards = tree.statements.withConditional.compactMap { $0.item.as(GuardStmtSyntax.self) }
        let bound = guards.flatMap { statement in statement.conditions.flatMap { BoundName.all(of: $0, in: statement) }
        }
        // A shorthand is written out before what it mentions is named otherwise: both edits are at one place.
        var (bindings, mentions): ([SourceEdit], [SourceEdit]) = ([], [])
        for (index, name) in bound.enumerated() {
            let later = bound[(index + 1)...].filter { $0.takesPlace(of: name) }
            let prefix = prefix(before: later.count)
            bindings.append(name.edit(prefix: prefix))
            mentions += mentionEdits(of: name, until: later.first, prefix: prefix, names)
            guard !bound[..<index].contains(where: name.takesPlace) else { continue }
            mentions += formerEdits(of: name, prefix: self.prefix(before: later.count + 1), names)
        }
        return bindings + mentions + guards.compactMap { declarations(behind: $0, of: bound) }
    }

    private static func prefix(before guards: Int) -> String {
        guards == 0 ? prefix : String(repeating: formerPrefix, count: guards)
    }

    /// Those that let the condition, and what follows, know a name as it is bound.
    ///
    /// - Parameter next: the guard's name that takes its place, if there is one.
    private static func mentionEdits(
        of bound: BoundName, until next: BoundName?, prefix: String, _ names: TopLevelNames
    ) -> [SourceEdit] {
        let mentions = names.mentions.filter { mention in
            guard mention.name == bound.name, mention.offset >= bound.end else { return false }
            guard let next else { return bound.statement.conditions.range.contains(mention.offset) }
            return !bound.isHidden(at: mention.offset) && next.isAfter(mention.offset)
        }
        return mentions.map { $0.edit(namePrefix: prefix) }
    }

    /// `let x = find()` / `guard let x = x else { … }`: until the first guard, x is the optional one.
    private static func formerEdits(of bound: BoundName, prefix: String, _ names: TopLevelNames) -> [SourceEdit] {
        let former = names.variables.first { $0.name == bound.name && !$0.isGuarded && $0.offset < bound.offset }
        guard let former else { return [] }
        let mentions = names.mentions.filter { mention in
            mention.name == bound.name && bound.isAfter(mention.offset)
                && (mention.offset >= former.visibleFrom || mention.time == .later)
        }
        return [SourceEdit(inserting: prefix, at: former.offset + (former.isQuoted ? 1 : 0))]
            + mentions.map { $0.edit(namePrefix: prefix) }
    }

    /// What declares the names of a guard for later cells, but for those that a later guard takes the places of.
    private static func declarations(behind statement: GuardStmtSyntax, of bound: [BoundName]) -> SourceEdit? {
        let own = bound.filter { $0.statement.id == statement.id }
        let last = own.filter { name in !bound.contains { $0.offset > name.offset && $0.takesPlace(of: name) } }
        guard !last.isEmpty else { return nil }
        let text = last.map { "; \($0.specifier) \($0.token.text) = \(prefix)\($0.name)" }.joined()
        return SourceEdit(inserting: text, at: statement.range.upperBound)
    }
}

/// A name in a guard's condition.
private struct BoundName {
    let name: String
    let token: TokenSyntax
    let statement: GuardStmtSyntax
    /// Where its condition ends.
    let end: Int
    /// `let` or `var`.
    let specifier: String
    let isShorthand: Bool

    var offset: Int { token.range.lowerBound }

    /// The edit that binds it under another name.
    func edit(prefix: String) -> SourceEdit {
        if isShorthand { return SourceEdit(inserting: "\(prefix)\(name) = ", at: offset) }
        return SourceEdit(inserting: prefix, at: offset + (token.text == name ? 0 : 1))
    }

    /// Whether it is bound anew of what is in view there; a branch of an `#if` knows nothing of another one.
    func takesPlace(of earlier: BoundName) -> Bool {
        name == earlier.name && offset > earlier.offset
            && statement.parent?.parent?.id == earlier.statement.parent?.parent?.id
    }

    /// Whether it is not yet in view there.
    func isAfter(_ offset: Int) -> Bool { offset < end || isHidden(at: offset) }

    /// Whether it is in its own guard's `else`.
    func isHidden(at offset: Int) -> Bool { statement.body.range.contains(offset) }

    static func all(of element: ConditionElementSyntax, in statement: GuardStmtSyntax) -> [BoundName] {
        switch element.condition {
        case .optionalBinding(let binding):
            tokens(in: Syntax(binding.pattern), binding.bindingSpecifier).map {
                BoundName($0, in: statement, end: binding.range.upperBound, isShorthand: binding.initializer == nil)
            }
        case .matchingPattern(let matching):
            tokens(in: Syntax(matching.pattern), nil).map {
                BoundName($0, in: statement, end: matching.range.upperBound, isShorthand: false)
            }
        default: []
        }
    }

    private init(
        _ bound: (name: TokenSyntax, specifier: TokenSyntax), in statement: GuardStmtSyntax, end: Int, isShorthand: Bool
    ) {
        name = bound.name.bareText
        token = bound.name
        self.statement = statement
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
