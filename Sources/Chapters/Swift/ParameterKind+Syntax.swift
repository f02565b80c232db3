internal import SwiftSyntax

extension ParameterKind {
    /// The kind of a literal.
    ///
    /// - Returns: nil for what is none.
    init?(of value: ExprSyntax, typed type: TypeSyntax?, _ members: TypeMembers) {
        if let wrapped = type?.wrapped {
            let kind =
                value.is(NilLiteralExprSyntax.self)
                ? ParameterKind(typed: wrapped, members) : ParameterKind(of: value, typed: wrapped, members)
            guard let kind else { return nil }
            self = .optional(kind)
        } else if let list = value.as(ArrayExprSyntax.self) {
            self.init(of: list, elements: type?.element, members)
        } else if let name = type?.trimmedDescription, let number = ParameterKind(named: name) {
            guard number.takes(value) else { return nil }
            self = number
        } else {
            self.init(of: value, named: type?.trimmedDescription, members)
        }
    }

    /// The kind of a list, all of whose elements have one kind; whole numbers among others are others.
    private init?(of list: ArrayExprSyntax, elements type: TypeSyntax?, _ members: TypeMembers) {
        let kinds = list.elements.map { ParameterKind(of: $0.expression, typed: type, members) }
        guard let first = kinds.first ?? type.flatMap({ ParameterKind(typed: $0, members) }) else { return nil }
        if kinds.allSatisfy({ $0 == first }) {
            self = .list(first)
        } else if kinds.allSatisfy({ $0 == .double || $0 == .integer("Int") }) {
            self = .list(.double)
        } else {
            return nil
        }
    }

    /// The kind of a single value whose type says nothing of it, but perhaps of its members.
    private init?(of value: ExprSyntax, named type: String?, _ members: TypeMembers) {
        if let member = value.as(MemberAccessExprSyntax.self), member.declName.argumentNames == nil {
            let base = member.base?.trimmedDescription ?? ""
            if let number = ParameterKind(named: base) {
                self = number
            } else if base.isEmpty || base.first?.isUppercase == true {
                self = .member(base: base, known: members.names(of: base.isEmpty ? type ?? "" : base))
            } else {
                return nil
            }
        } else if let kind = Self.untyped.first(where: { $0.takes(value) }) {
            self = kind
        } else {
            return nil
        }
    }

    /// What a literal can be whose type is not written.
    private static let untyped: [ParameterKind] = [.integer("Int"), .double, .boolean, .string]

    /// The kind of all values of a type: of a list that is empty, or an optional that is nil.
    private init?(typed type: TypeSyntax, _ members: TypeMembers) {
        if let wrapped = type.wrapped.map({ ParameterKind(typed: $0, members) }) {
            guard let wrapped else { return nil }
            self = .optional(wrapped)
        } else if let element = type.element.map({ ParameterKind(typed: $0, members) }) {
            guard let element else { return nil }
            self = .list(element)
        } else if let kind = ParameterKind(named: type.trimmedDescription) {
            self = kind
        } else if type.is(IdentifierTypeSyntax.self) || type.is(MemberTypeSyntax.self) {
            self = .member(base: "", known: members.names(of: type.trimmedDescription))
        } else {
            return nil
        }
    }

    private init?(named type: String) {
        switch type {
        case "Double": self = .double
        case _ where Self.isFloat(type): self = .float(type)
        case "Bool": self = .boolean
        case "String": self = .string
        case "Character": self = .character
        case _ where Self.isInteger(type): self = .integer(type)
        default: return nil
        }
    }

    /// Whether a value stands for one of this kind: as a literal, or as a member such as `.infinity`.
    private func takes(_ value: ExprSyntax) -> Bool {
        let number = value.as(PrefixOperatorExprSyntax.self).map(\.expression) ?? value
        let isMember = value.is(MemberAccessExprSyntax.self)
        return switch self {
        case .integer: number.is(IntegerLiteralExprSyntax.self) || isMember
        case .double, .float:
            number.is(FloatLiteralExprSyntax.self) || number.is(IntegerLiteralExprSyntax.self) || isMember
        case .boolean: value.is(BooleanLiteralExprSyntax.self)
        case .string, .character: value.is(StringLiteralExprSyntax.self)
        case .member, .list, .optional: false
        }
    }
}

extension ParameterKind {
    /// The type to be written behind a literal of this kind where a declaration has none; nil where Swift finds the same.
    ///
    ///     ParameterKind.list(.integer("Int")).type(neededBy: "[]")    // [Int]
    ///     ParameterKind.integer("UInt8").type(neededBy: "3")          // UInt8
    func type(neededBy literal: String) -> String? {
        let isEmpty = literal.allSatisfy { "[], ".contains($0) }
        return isEmpty || !isUsual ? name : nil
    }

    /// Whether a literal alone has this type.
    private var isUsual: Bool {
        switch self {
        case .integer(let type): type == "Int"
        case .float, .character: false
        case .list(let element), .optional(let element): element.isUsual
        case .double, .boolean, .string, .member: true
        }
    }

    /// The type in Swift; nil for a case of a type that is not named.
    private var name: String? {
        switch self {
        case .integer(let type), .float(let type): type
        case .double: "Double"
        case .boolean: "Bool"
        case .string: "String"
        case .character: "Character"
        case .member(let base, _): base.isEmpty ? nil : base
        case .list(let element): element.name.map { "[\($0)]" }
        case .optional(let wrapped): wrapped.name.map { "\($0)?" }
        }
    }
}

extension TypeSyntax {
    /// What an optional type is one of.
    fileprivate var wrapped: TypeSyntax? {
        self.as(OptionalTypeSyntax.self)?.wrappedType
            ?? self.as(ImplicitlyUnwrappedOptionalTypeSyntax.self)?.wrappedType ?? argument(of: ["Optional"])
    }

    /// What a list or a set is of.
    fileprivate var element: TypeSyntax? {
        self.as(ArrayTypeSyntax.self)?.element ?? argument(of: ["Array", "Set", "ContiguousArray"])
    }

    private func argument(of names: Set<String>) -> TypeSyntax? {
        guard let type = self.as(IdentifierTypeSyntax.self), names.contains(type.name.text),
            let argument = type.genericArgumentClause?.arguments.first?.argument
        else { return nil }
        return TypeSyntax(argument)
    }
}
