internal import SwiftSyntax

/// What Swift tells two functions of one name apart by, as far as their texts tell it: the same key is the same function to a
/// call, however it is spelled.
///
///     func f<T: Equatable>(_ x: Optional<T>) -> Array<T>
///     func f<U>(_ y: U?) -> [U] where U: Equatable          the same key, the same result
struct Signature: Equatable, Sendable {
    /// The name, the labels and the types of the parameters, and what is asked of generic ones.
    let key: String
    /// Who owns the parameters' values: `consuming`. Two functions that differ in it alone are one to a call, and two types.
    let ownership: [String]
    /// What it gives, and whether it has to be awaited; not whether it throws.
    let result: String

    init(of function: FunctionDeclSyntax) {
        let spelling = TypeSpelling(generic: function.genericParameterClause, function.genericWhereClause)
        let clause = function.signature.parameterClause.parameters
        let parameters = clause.map { parameter in spelling.parameter(parameter) }
        ownership = clause.map { parameter in
            parameter.type.as(AttributedTypeSyntax.self)?.specifiers.trimmedDescription ?? ""
        }
        key = ([function.name.text] + parameters + spelling.requirements).joined(separator: "|")
        // Two functions of one module may differ in `async` alone, which Swift then chooses by the place of the call.
        let isAsync = function.signature.effectSpecifiers?.asyncSpecifier != nil
        let result = function.signature.returnClause.map { spelling.text($0.type) } ?? "Void"
        self.result = (isAsync ? "async " : "") + result
    }

    init(of declaration: SubscriptDeclSyntax) {
        let spelling = TypeSpelling(generic: declaration.genericParameterClause, declaration.genericWhereClause)
        // A parameter's one name is no label here.
        let parameters = declaration.parameterClause.parameters.map { parameter in
            spelling.parameter(parameter, label: parameter.secondName == nil ? "_" : parameter.firstName.text)
        }
        ownership = []
        key = (["subscript"] + parameters + spelling.requirements).joined(separator: "|")
        result = spelling.text(declaration.returnClause.type)
    }
}

/// Types in one spelling.
struct TypeSpelling {
    /// What a generic parameter is called, by its name in the text.
    private var generic: [String: String] = [:]
    private(set) var requirements: [String] = []

    init(generic clause: GenericParameterClauseSyntax?, _ condition: GenericWhereClauseSyntax?) {
        for (index, parameter) in (clause?.parameters ?? []).enumerated() {
            generic[parameter.name.text] = "T\(index)"
        }
        let inherited = (clause?.parameters ?? []).compactMap { parameter in
            parameter.inheritedType.map { "\(generic[parameter.name.text]!): \(text($0))" }
        }
        let conditions = (condition?.requirements ?? []).map { requirement in
            switch requirement.requirement {
            case .conformanceRequirement(let conformance):
                "\(text(conformance.leftType)): \(text(conformance.rightType))"
            case .sameTypeRequirement(let same):
                "\(Syntax(same.leftType).trimmedDescription) == \(Syntax(same.rightType).trimmedDescription)"
            default: requirement.requirement.trimmedDescription
            }
        }
        requirements = (clause.map { ["<\($0.parameters.count)>"] } ?? []) + (inherited + conditions).sorted()
    }

    func parameter(_ parameter: FunctionParameterSyntax, label: String? = nil) -> String {
        "\(label ?? parameter.firstName.text): \(text(parameter.type))\(parameter.ellipsis == nil ? "" : "...")"
    }

    /// The type without what makes no difference to Swift: attributes, ownership, `any`, parentheses, long names of optionals
    /// and collections.
    func text(_ type: TypeSyntax) -> String {
        if let attributed = type.as(AttributedTypeSyntax.self) {
            let isInout = attributed.specifiers.contains { $0.trimmedDescription == "inout" }
            return (isInout ? "inout " : "") + text(attributed.baseType)
        }
        if let optional = type.as(OptionalTypeSyntax.self) { return text(optional.wrappedType) + "?" }
        if let unwrapped = type.as(ImplicitlyUnwrappedOptionalTypeSyntax.self) {
            return text(unwrapped.wrappedType) + "?"
        }
        if let array = type.as(ArrayTypeSyntax.self) { return "[\(text(array.element))]" }
        if let dictionary = type.as(DictionaryTypeSyntax.self) {
            return "[\(text(dictionary.key)): \(text(dictionary.value))]"
        }
        if let some = type.as(SomeOrAnyTypeSyntax.self) {
            return (some.someOrAnySpecifier.text == "some" ? "some " : "") + text(some.constraint)
        }
        if let tuple = type.as(TupleTypeSyntax.self) { return text(tuple) }
        if let function = type.as(FunctionTypeSyntax.self) {
            let parameters = function.parameters.map { text($0.type) }.joined(separator: ", ")
            let effects = function.effectSpecifiers.map { " " + $0.trimmedDescription } ?? ""
            return "(\(parameters))\(effects) -> \(text(function.returnClause.type))"
        }
        if let member = type.as(MemberTypeSyntax.self) { return text(member) }
        if let name = type.as(IdentifierTypeSyntax.self) { return text(name) }
        return type.trimmedDescription
    }

    private func text(_ tuple: TupleTypeSyntax) -> String {
        if tuple.elements.isEmpty { return "Void" }
        if tuple.elements.count == 1, let only = tuple.elements.first, only.firstName == nil { return text(only.type) }
        let elements = tuple.elements.map { element in
            (element.firstName.map { "\($0.text): " } ?? "") + text(element.type)
        }
        return "(\(elements.joined(separator: ", ")))"
    }

    private func text(_ member: MemberTypeSyntax) -> String {
        let base = text(member.baseType)
        let name = member.name.text + arguments(member.genericArgumentClause)
        return base == "Swift" ? name : "\(base).\(name)"
    }

    private func text(_ type: IdentifierTypeSyntax) -> String {
        let types = type.genericArgumentClause?.arguments.map { argument in argumentText(argument) } ?? []
        switch (type.name.text, types.count) {
        case ("Optional", 1): return types[0] + "?"
        case ("Array", 1): return "[\(types[0])]"
        case ("Dictionary", 2): return "[\(types[0]): \(types[1])]"
        default: return (generic[type.name.text] ?? type.name.text) + arguments(type.genericArgumentClause)
        }
    }

    private func arguments(_ clause: GenericArgumentClauseSyntax?) -> String {
        clause.map { "<\($0.arguments.map { argumentText($0) }.joined(separator: ", "))>" } ?? ""
    }

    private func argumentText(_ argument: GenericArgumentSyntax) -> String {
        TypeSyntax(argument.argument).map { text($0) } ?? argument.trimmedDescription
    }
}
