internal import SwiftSyntax

// What Swift's scopes have in view, for `MentionVisitor`.

extension DeclReferenceExprSyntax {
    /// It is the `b` of `a.b`, which is no name of any scope.
    var isMember: Bool {
        if let access = parent?.as(MemberAccessExprSyntax.self) { return access.declName.id == id }
        return parent?.is(KeyPathPropertyComponentSyntax.self) ?? false
    }

    /// Types begin with a capital letter.
    fileprivate var namesType: Bool { baseName.bareText.first?.isUppercase ?? false }
}

extension DeclSyntax {
    /// The name of a function or a type.
    var name: String? { (asProtocol(DeclSyntaxProtocol.self) as? any NamedDeclSyntax)?.name.bareText }
}

extension VariableDeclSyntax {
    /// It declares a property.
    var isMember: Bool { parent?.is(MemberBlockItemSyntax.self) ?? false }
}

extension TypeSyntax {
    /// It is written as a function's: `(Int) -> Int`, perhaps in parentheses, optional, or with attributes.
    var isFunction: Bool {
        if self.is(FunctionTypeSyntax.self) { return true }
        if let type = self.as(AttributedTypeSyntax.self) { return type.baseType.isFunction }
        if let type = self.as(OptionalTypeSyntax.self) { return type.wrappedType.isFunction }
        guard let tuple = self.as(TupleTypeSyntax.self), tuple.elements.count == 1 else { return false }
        return tuple.elements.first?.type.isFunction ?? false
    }
}

extension ClosureExprSyntax {
    /// `{ … }()`.
    var isCalled: Bool {
        var node = Syntax(self)
        while let element = node.parent?.as(LabeledExprSyntax.self), let list = element.parent,
            list.children(viewMode: .sourceAccurate).count == 1,
            let tuple = list.parent?.as(TupleExprSyntax.self)
        {
            node = Syntax(tuple)
        }
        return node.parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id == node.as(ExprSyntax.self)?.id
    }

    /// It is called, or given to a method of a value, as in `words.map { … }`; what types and functions get, they may keep.
    var isCalledAtOnce: Bool {
        if isCalled { return true }
        guard let call = callThatTakesIt, let method = call.calledExpression.as(MemberAccessExprSyntax.self),
            let base = method.base
        else { return false }
        return !(base.as(DeclReferenceExprSyntax.self)?.namesType ?? false)
    }

    /// The call of which it is an argument.
    private var callThatTakesIt: FunctionCallExprSyntax? {
        if let call = parent?.as(FunctionCallExprSyntax.self) { return call }
        return parent?.parent?.parent?.as(FunctionCallExprSyntax.self)
    }
}

extension ClosureSignatureSyntax {
    /// Of what it captures and of its parameters.
    var names: [String] {
        let captured = capture?.items.map(\.name.bareText) ?? []
        switch parameterClause {
        case .simpleInput(let parameters): return captured + parameters.map(\.name.bareText)
        case .parameterClause(let clause):
            return captured + clause.parameters.map { ($0.secondName ?? $0.firstName).bareText }
        default: return captured
        }
    }
}

extension CodeBlockItemListSyntax {
    /// Of the functions and types, which are in view in the whole block.
    var hoistedNames: [String] {
        withConditional.compactMap { $0.item.as(DeclSyntax.self)?.name }
    }
}

extension MemberBlockItemListSyntax {
    /// Of all members.
    var names: [String] {
        flatMap { member -> [String] in
            if let variable = member.decl.as(VariableDeclSyntax.self) {
                return variable.bindings.flatMap { $0.pattern.names }
            }
            if let cases = member.decl.as(EnumCaseDeclSyntax.self) { return cases.elements.map(\.name.bareText) }
            return member.decl.name.map { [$0] } ?? []
        }
    }
}
