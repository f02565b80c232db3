internal import SwiftSyntax

/// The functions of a cell's top level, by what a call has to look like.
///
/// Swift takes a later module's function for an earlier one's only where both are of the same type; where they differ in
/// what they give, each call is ambiguous. A cell that declares the earlier one once more, as unavailable, has one of the
/// same type, which takes its place; and between that and the cell's own, Swift takes what is available. For the methods of
/// extensions that does not help: there, Swift prefers what is available before it asks which module is the later one.
public struct ReplacedFunctions: Equatable, Sendable {
    private var functions: [String: Function] = [:]

    private struct Function: Equatable, Sendable {
        /// What it gives, apart from whether it throws.
        let resultType: String
        /// The declaration without its body, as unavailable.
        let unavailable: String
    }

    public init() {}

    init(in tree: SourceFileSyntax) {
        for case .decl(let declaration) in tree.statements.map(\.item) {
            if let function = declaration.as(FunctionDeclSyntax.self) { add(function) }
        }
    }

    /// What holds after a cell with these functions has followed.
    public func followed(by later: ReplacedFunctions) -> ReplacedFunctions {
        var both = self
        both.functions.merge(later.functions) { $1 }
        return both
    }

    /// Declarations, each on one line, that take the places of those earlier functions that a cell replaces.
    ///
    /// Two functions of one module must differ in their types, so one that only throws no more is left to the compiler.
    public func replacements(by cell: ReplacedFunctions) -> [String] {
        cell.functions.keys.sorted().compactMap { key in
            guard let earlier = functions[key], let later = cell.functions[key], earlier.resultType != later.resultType,
                !earlier.resultType.contains("some ")
            else { return nil }
            return earlier.unavailable
        }
    }

    private mutating func add(_ function: FunctionDeclSyntax) {
        let isPlain = function.attributes.isEmpty && !function.modifiers.contains(where: \.isAccessLevel)
        guard isPlain, function.name.tokenKind.isNamed else { return }
        let parameters = function.signature.parameterClause.parameters.map { parameter in
            "\(parameter.firstName.text): \(parameter.type.words)\(parameter.ellipsis == nil ? "" : "...")"
        }
        let key = [
            function.name.text, function.genericParameterClause?.words ?? "", parameters.joined(separator: ", "),
            function.genericWhereClause?.words ?? "",
        ].joined(separator: "|")
        functions[key] = Function(
            resultType: function.signature.returnClause?.type.words ?? "Void", unavailable: Self.unavailable(function))
    }

    private static func unavailable(_ function: FunctionDeclSyntax) -> String {
        var bare = function
        bare.body = nil
        bare.signature.parameterClause.parameters = FunctionParameterListSyntax(
            function.signature.parameterClause.parameters.map { parameter in
                var parameter = parameter
                parameter.defaultValue = nil
                return parameter
            })
        return "@available(*, unavailable, message: \"a later cell declares it with another result\") "
            + "package \(bare.words) { fatalError() }"
    }
}

extension SyntaxProtocol {
    /// Its text on one line, without comments.
    fileprivate var words: String {
        let tokens = Array(tokens(viewMode: .sourceAccurate))
        let pieces = zip(tokens, tokens.dropFirst()).map { token, next in
            token.text + (token.trailingTrivia.isEmpty && next.leadingTrivia.isEmpty ? "" : " ")
        }
        return pieces.joined() + (tokens.last?.text ?? "")
    }
}

extension TokenKind {
    /// Whether a function has a name; an operator's fixity would have to be known.
    fileprivate var isNamed: Bool {
        if case .identifier = self { true } else { false }
    }
}
