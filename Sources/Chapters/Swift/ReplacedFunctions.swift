internal import SwiftParser
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
        let signature: Signature
        /// The declaration without its body.
        let declaration: String

        var resultType: String { signature.result }

        func unavailable(because reason: String) -> String {
            "@available(*, unavailable, message: \"\(reason)\") package \(declaration) { fatalError() }"
        }
    }

    public init() {}

    /// Whether an error is that one of the replaced ones is used; where that stands is of no interest.
    public static func isMeant(by error: String) -> Bool {
        ["a later cell declares", "the chapter's own takes its place"].contains {
            error.contains(" is unavailable: ") && error.contains($0)
        }
    }

    init(in tree: SourceFileSyntax) {
        for case .decl(let declaration) in tree.statements.map(\.item) {
            if let function = declaration.as(FunctionDeclSyntax.self) { add(function) }
            if let variable = declaration.as(VariableDeclSyntax.self) { add(variable) }
        }
    }

    /// The same functions where some types have been declared anew: what these were is named by the module before.
    public func naming(_ types: Set<String>, in module: String) -> ReplacedFunctions {
        guard !types.isEmpty, !functions.isEmpty else { return self }
        var named = self
        named.functions = [:]
        for (key, function) in functions {
            let declaration = NamedType.qualified(types, with: module, in: function.declaration)
            guard declaration != function.declaration,
                let node = Parser.parse(source: declaration).statements.first?.item.as(FunctionDeclSyntax.self)
            else {
                named.functions[key] = function
                continue
            }
            named.add(node)
        }
        return named
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
        }.map { $0.value.unavailable(because: "the chapter's own takes its place, and does not fit here") }.sorted()
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
            guard let earlier = functions[key], let later = cell.functions[key],
                !earlier.resultType.contains("some ")
            else { return nil }
            if earlier.resultType == later.resultType {
                guard earlier.signature.ownership != later.signature.ownership else { return nil }
                return earlier.unavailable(because: "a later cell declares it anew")
            }
            return earlier.unavailable(
                because:
                    "since a later cell declares it anew, it gives '\(later.resultType)', not '\(earlier.resultType)'")
        }
    }

    private mutating func add(_ function: FunctionDeclSyntax) {
        guard !DeclSyntax(function).isHiddenInItsFile, function.name.tokenKind.isNamed else { return }
        let signature = Signature(of: function)
        functions[signature.key] = Function(
            name: function.name.text, hasParameters: !function.signature.parameterClause.parameters.isEmpty,
            signature: signature, declaration: Self.declaration(of: function))
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

    /// Its type, without body, default values, access level, and the attributes that are none of a global actor.
    private static func declaration(of function: FunctionDeclSyntax) -> String {
        var bare = function
        bare.body = nil
        bare.modifiers = bare.modifiers.filter { !$0.isAccessLevel }
        bare.attributes = bare.attributes.filter { attribute in
            attribute.as(AttributeSyntax.self)?.attributeName.trimmedDescription.first?.isUppercase ?? false
        }
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
