internal import SwiftParser
internal import SwiftSyntax

/// The operators and precedence groups that a cell declares.
///
/// Two modules that declare one of them differently make every use of it ambiguous, where of other declarations the later
/// one is taken. A module that states the later one itself takes that.
public struct OperatorDeclarations: Equatable, Sendable {
    /// The declaration on one line, by what it declares, such as `infix **`.
    private var texts: [String: String] = [:]
    /// Those that differ from an earlier cell's.
    private var redeclared: Set<String> = []

    public init() {}

    init(in tree: SourceFileSyntax) {
        for case .decl(let declaration) in tree.statements.map(\.item) {
            guard let key = declaration.operatorKey else { continue }
            texts[key] = declaration.tokens(viewMode: .sourceAccurate).map(\.text).joined(separator: " ")
        }
    }

    /// What holds after a cell with these declarations has followed.
    public func followed(by later: OperatorDeclarations) -> OperatorDeclarations {
        var both = self
        for (key, text) in later.texts {
            if let earlier = texts[key], earlier != text { both.redeclared.insert(key) }
            both.texts[key] = text
        }
        return both
    }

    /// What a cell behind these has to state again, apart from what it declares itself.
    public func restatements(for cell: OperatorDeclarations) -> [String] {
        redeclared.filter { cell.texts[$0] == nil }.sorted().compactMap { texts[$0] }
    }
}

extension DeclSyntax {
    fileprivate var operatorKey: String? {
        if let node = self.as(OperatorDeclSyntax.self) { return "\(node.fixitySpecifier.text) \(node.name.text)" }
        return self.as(PrecedenceGroupDeclSyntax.self).map { "precedencegroup \($0.name.text)" }
    }
}
