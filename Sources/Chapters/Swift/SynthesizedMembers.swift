internal import SwiftParser
internal import SwiftSyntax

/// Writes the members that Swift would make itself, were an extension in the file of its type.
///
///     struct Box<T> { var value: T }
///     extension Box: Equatable where T: Equatable {}      in a later cell
///
/// They are those of `Equatable`, `Hashable`, `CaseIterable` and, for an enum without payloads, `Comparable`.
public struct SynthesizedMembers {
    private let tree: SourceFileSyntax
    private let earlier: [String]

    /// - Parameter earlier: the texts that may declare the type, the latest first.
    public init(of source: String, earlier: [String]) {
        tree = ParsingStack.withRoom(for: source) { Parser.parse(source: source) }
        self.earlier = earlier
    }

    /// The edit that adds a member, such as `hash(into:)`, to the extension at a UTF-8 offset; nil where it can't be made.
    public func edit(adding requirement: String, at offset: Int) -> SourceEdit? {
        guard
            let node = tree.statements.lazy.compactMap({ $0.item.as(ExtensionDeclSyntax.self) }).first(where: {
                $0.range.contains(offset)
            }), let parts = parts(ofType: node.extendedType.trimmedDescription),
            let member = parts.member(for: requirement)
        else { return nil }
        return SourceEdit(inserting: " public \(member);", at: node.memberBlock.leftBrace.range.upperBound)
    }

    private func parts(ofType name: String) -> TypeParts? {
        for text in earlier where text.contains(name) {
            let parts = ParsingStack.withRoom(for: text) { () -> TypeParts? in
                for item in Parser.parse(source: text).statements.withConditional {
                    if let type = item.item.as(StructDeclSyntax.self), type.name.bareText == name {
                        return TypeParts(type)
                    }
                    if let type = item.item.as(EnumDeclSyntax.self), type.name.bareText == name {
                        return TypeParts(type)
                    }
                }
                return nil
            }
            if let parts { return parts }
        }
        return nil
    }
}

/// What a value of a type is made of.
private enum TypeParts {
    case properties([String])
    /// Each case with the number of values that it carries.
    case cases([(name: String, count: Int)])

    init(_ type: StructDeclSyntax) {
        let variables = type.memberBlock.members.compactMap { $0.decl.as(VariableDeclSyntax.self) }
        let stored = variables.filter { variable in
            !variable.modifiers.contains { $0.name.text == "static" } && variable.bindings.allSatisfy(\.isStored)
        }
        self = .properties(stored.flatMap(\.bindings).flatMap { $0.pattern.names })
    }

    init(_ type: EnumDeclSyntax) {
        let elements = type.memberBlock.members.compactMap { $0.decl.as(EnumCaseDeclSyntax.self) }.flatMap(\.elements)
        self = .cases(elements.map { ($0.name.text, $0.parameterClause?.parameters.count ?? 0) })
    }

    func member(for requirement: String) -> String? {
        switch (requirement, self) {
        case ("==", .properties(let names)):
            let equalities = names.map { "a.\($0) == b.\($0)" }
            let all = equalities.isEmpty ? "true" : equalities.joined(separator: " && ")
            return "static func == (a: Self, b: Self) -> Bool { \(all) }"
        case ("==", .cases(let cases)):
            return "static func == (a: Self, b: Self) -> Bool { \(Self.comparison(of: cases)) }"
        case ("hash(into:)", .properties(let names)):
            let combined = names.map { "hasher.combine(self.\($0))" }.joined(separator: "; ")
            return "func hash(into hasher: inout Hasher) { \(combined) }"
        case ("hash(into:)", .cases(let cases)):
            return "func hash(into hasher: inout Hasher) { switch self { \(Self.hashing(of: cases)) } }"
        case ("allCases", .cases(let cases)) where cases.allSatisfy { $0.count == 0 }:
            return "static var allCases: [Self] { [\(cases.map { ".\($0.name)" }.joined(separator: ", "))] }"
        case ("<", .cases(let cases)) where cases.allSatisfy { $0.count == 0 }:
            let ranks = cases.enumerated().map { "case .\($1.name): \($0)" }.joined(separator: "; ")
            return "static func < (a: Self, b: Self) -> Bool { "
                + "func rank(_ value: Self) -> Int { switch value { \(ranks) } }; return rank(a) < rank(b) }"
        default: return nil
        }
    }

    private static func comparison(of cases: [(name: String, count: Int)]) -> String {
        let branches = cases.map { name, count in
            guard count > 0 else { return "case (.\(name), .\(name)): return true" }
            let equalities = (0..<count).map { "a\($0) == b\($0)" }.joined(separator: " && ")
            return "case (.\(name)(\(bindings("a", count))), .\(name)(\(bindings("b", count)))): return \(equalities)"
        }
        let others = cases.count > 1 ? ["default: return false"] : []
        return "switch (a, b) { \((branches + others).joined(separator: "; ")) }"
    }

    private static func hashing(of cases: [(name: String, count: Int)]) -> String {
        cases.enumerated().map { index, element in
            let values = (0..<element.count).map { "; hasher.combine(a\($0))" }.joined()
            let bound = element.count > 0 ? "(\(bindings("a", element.count)))" : ""
            return "case .\(element.name)\(bound): hasher.combine(\(index))\(values)"
        }.joined(separator: "; ")
    }

    private static func bindings(_ prefix: String, _ count: Int) -> String {
        (0..<count).map { "let \(prefix)\($0)" }.joined(separator: ", ")
    }
}

extension PatternBindingSyntax {
    /// It has no getter: observers alone leave it stored.
    fileprivate var isStored: Bool {
        guard let accessorBlock else { return true }
        guard case .accessors(let accessors) = accessorBlock.accessors else { return false }
        return accessors.allSatisfy { ["willSet", "didSet"].contains($0.accessorSpecifier.text) }
    }
}
