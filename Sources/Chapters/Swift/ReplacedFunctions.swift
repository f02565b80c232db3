internal import SwiftSyntax

/// The functions of a cell's top level, by what a call has to look like.
///
/// Swift takes a later module's function for an earlier one's only where both are of the same type; where they differ in
/// what they give, each call is ambiguous. A cell that declares the earlier one once more, as unavailable, has one of the
/// same type, which takes its place; and between that and the cell's own, Swift takes what is available. For the methods of
/// extensions that does not help: there, Swift prefers what is available before it asks which module is the later one.
///
/// A variable that holds a closure is called like a function. Swift would prefer it to a function of a later cell, and a
/// function that fits better to a later closure.
public struct ReplacedFunctions: Equatable, Sendable {
    private var functions: [String: Function] = [:]
    /// The names of variables that hold closures.
    private var closures: Set<String> = []

    private struct Function: Equatable, Sendable {
        let name: String
        let hasParameters: Bool
        /// What it gives, and whether it has to be awaited; not whether it throws.
        let resultType: String
        /// The declaration without its body.
        let declaration: String

        func unavailable(because reason: String) -> String {
            "@available(*, unavailable, message: \"\(reason)\") package \(declaration) { fatalError() }"
        }
    }

    public init() {}

    init(in tree: SourceFileSyntax) {
        for case .decl(let declaration) in tree.statements.map(\.item) {
            if let function = declaration.as(FunctionDeclSyntax.self) { add(function) }
            if let variable = declaration.as(VariableDeclSyntax.self) { add(variable) }
        }
    }

    /// What holds after a cell with these functions has followed.
    public func followed(by later: ReplacedFunctions) -> ReplacedFunctions {
        var both = self
        both.functions.merge(later.functions) { $1 }
        both.closures.subtract(later.functions.values.map(\.name))
        both.closures.formUnion(later.closures)
        return both
    }

    /// Declarations, each on one line, that take the places of those earlier functions that a cell replaces.
    ///
    /// Two functions of one module must differ in their types, so one that only throws no more is left to the compiler.
    public func replacements(by cell: ReplacedFunctions) -> [String] {
        otherResults(of: cell) + closures(hiddenBy: cell) + functions(hiddenBy: cell) + preludeFunctions(hiddenBy: cell)
    }

    /// The Prelude's functions of the names that the cell is the first to declare.
    private func preludeFunctions(hiddenBy cell: ReplacedFunctions) -> [String] {
        let names = cell.names.subtracting(names)
        guard !names.isEmpty else { return [] }
        return PreludeFunctions.all.functions.filter { key, function in
            // One of the very type takes the Prelude's place as it is.
            names.contains(function.name) && cell.functions[key]?.resultType != function.resultType
        }.map { $0.value.unavailable(because: "the chapter declares its own") }.sorted()
    }

    private var names: Set<String> { closures.union(functions.values.map(\.name)) }

    private func closures(hiddenBy cell: ReplacedFunctions) -> [String] {
        // A variable can stand beside a function of its name that has parameters, and not beside another one.
        let names = Set(cell.functions.values.filter(\.hasParameters).map(\.name))
        return closures.intersection(names).sorted().map { name in
            "@available(*, unavailable, message: \"a later cell declares a function of its name\") "
                + "package var \(name): Never { fatalError() }"
        }
    }

    private func functions(hiddenBy cell: ReplacedFunctions) -> [String] {
        functions.values.filter { $0.hasParameters && cell.closures.contains($0.name) }
            .map { $0.unavailable(because: "a later cell declares a closure of its name") }.sorted()
    }

    private func otherResults(of cell: ReplacedFunctions) -> [String] {
        cell.functions.keys.sorted().compactMap { key in
            guard let earlier = functions[key], let later = cell.functions[key], earlier.resultType != later.resultType,
                !earlier.resultType.contains("some ")
            else { return nil }
            return earlier.unavailable(
                because:
                    "since a later cell declares it anew, it gives '\(later.resultType)', not '\(earlier.resultType)'")
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
        // Two functions of one module may differ in `async` alone, which Swift then chooses by the place of the call.
        let isAsync = function.signature.effectSpecifiers?.asyncSpecifier != nil
        functions[key] = Function(
            name: function.name.text, hasParameters: !parameters.isEmpty,
            resultType: (isAsync ? "async " : "") + (function.signature.returnClause?.type.words ?? "Void"),
            declaration: Self.withoutBody(function))
    }

    private mutating func add(_ variable: VariableDeclSyntax) {
        for binding in variable.bindings {
            guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text else { continue }
            let type = binding.typeAnnotation?.type
            let base = type?.as(AttributedTypeSyntax.self)?.baseType ?? type
            let isClosure = base?.is(FunctionTypeSyntax.self) ?? false
            if isClosure || binding.initializer?.value.is(ClosureExprSyntax.self) == true { closures.insert(name) }
        }
    }

    private static func withoutBody(_ function: FunctionDeclSyntax) -> String {
        var bare = function
        bare.body = nil
        bare.signature.parameterClause.parameters = FunctionParameterListSyntax(
            function.signature.parameterClause.parameters.map { parameter in
                var parameter = parameter
                parameter.defaultValue = nil
                return parameter
            })
        return bare.words
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
