internal import SwiftSyntax

/// The initialisers that a struct has without their being written, written out so that they can have an access level.
///
/// Unwritten they are internal, so they fulfil no protocol for a struct that other modules see. To the example belongs
/// `{ package init(rawValue: Int) { self.rawValue = rawValue };`:
///
///     struct Flags: OptionSet { let rawValue: Int }
///
/// 1. There is a parameter for each stored property but a `let` that has its value. It has the value of a `var` as default.
/// 2. Where all of them have defaults, there is an initialiser without parameters, too.
/// 3. There are none where the struct has initialisers of its own, or where a property's type is not to be seen: that of
///    `var x = f()` is not, that of `var x = 1` is `IntegerLiteralType`.
struct MemberwiseInitializer {
    /// Replaces the struct's opening brace.
    let edit: SourceEdit

    init?(of node: StructDeclSyntax) {
        var parameters: [Parameter] = []
        for member in node.memberBlock.members {
            if member.decl.is(InitializerDeclSyntax.self) || member.decl.is(IfConfigDeclSyntax.self) { return nil }
            guard let variable = member.decl.as(VariableDeclSyntax.self) else { continue }
            guard let more = Parameter.all(of: variable) else { return nil }
            parameters += more
        }
        let list = parameters.map { "\($0.name): \($0.type)\($0.value.map { " = \($0)" } ?? "")" }
        let body = parameters.map { "self.\($0.name) = \($0.name)" }
        var text = "package init(\(list.joined(separator: ", "))) { \(body.joined(separator: "; ")) };"
        if !parameters.isEmpty, parameters.allSatisfy({ $0.value != nil }) { text += " package init() {};" }
        guard !text.contains("\n") else { return nil }
        edit = SourceEdit(range: node.memberBlock.leftBrace.range, replacement: "{ " + text)
    }

    private struct Parameter {
        let name: String
        let type: String
        let value: String?

        /// Those of a declaration, none for what is not stored; nil where that cannot be seen.
        static func all(of variable: VariableDeclSyntax) -> [Parameter]? {
            if variable.modifiers.contains(where: { $0.name.text == "static" }) { return [] }
            guard variable.attributes.isEmpty, !variable.modifiers.contains(where: { $0.name.text == "lazy" }) else {
                return nil
            }
            let isConstant = variable.bindingSpecifier.text == "let"
            var parameters: [Parameter] = []
            // In `let x, y: Int` both have the type that is written behind the last one.
            var type: TypeSyntax?
            for binding in variable.bindings.reversed() {
                type = binding.typeAnnotation?.type ?? (binding.initializer == nil ? type : nil)
                if isConstant && binding.initializer != nil || binding.isComputed { continue }
                guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
                    let written = type?.asParameter ?? binding.initializer?.value.literalType
                else { return nil }
                let isOptional = type.map { $0.is(OptionalTypeSyntax.self) } ?? false
                let value = binding.initializer?.value.trimmedDescription ?? (isOptional && !isConstant ? "nil" : nil)
                parameters.append(Parameter(name: name, type: written, value: value))
            }
            return parameters.reversed()
        }
    }
}

extension PatternBindingSyntax {
    /// Whether it has accessors that are no observers.
    fileprivate var isComputed: Bool {
        guard let accessors = accessorBlock?.accessors else { return false }
        guard case .accessors(let list) = accessors else { return true }
        return !list.allSatisfy { ["willSet", "didSet"].contains($0.accessorSpecifier.text) }
    }
}

extension TypeSyntax {
    fileprivate var asParameter: String {
        let isFunction =
            self.is(FunctionTypeSyntax.self)
            || self.as(AttributedTypeSyntax.self)?.baseType.is(FunctionTypeSyntax.self) == true
        return (isFunction ? "@escaping " : "") + trimmedDescription
    }
}

extension ExprSyntax {
    /// The type that Swift gives a literal on its own.
    fileprivate var literalType: String? {
        switch kind {
        case .integerLiteralExpr: "IntegerLiteralType"
        case .floatLiteralExpr: "FloatLiteralType"
        case .stringLiteralExpr: "StringLiteralType"
        case .booleanLiteralExpr: "BooleanLiteralType"
        default: nil
        }
    }
}
