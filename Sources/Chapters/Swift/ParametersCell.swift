internal import SwiftParser
internal import SwiftSyntax

/// The `let`s of a parameters cell that the command line can set.
public struct ParametersCell: Equatable, Sendable {
    /// A `let` with a literal for its value.
    public struct Parameter: Equatable, Sendable {
        public let name: String
        public let kind: Kind
        /// The literal as it stands in the chapter.
        public let literal: String
        let range: Range<Int>
    }

    /// What a parameter's value can be.
    public enum Kind: String, Equatable, Sendable {
        case integer = "a whole number"
        case double = "a number"
        case boolean = "true or false"
        case string = "a text"
    }

    /// In the order of the cell.
    public let parameters: [Parameter]

    public init(of source: String) {
        parameters = ParsingStack.withRoom(for: source) {
            Parser.parse(source: source).statements.flatMap { statement -> [Parameter] in
                guard let declaration = statement.item.as(VariableDeclSyntax.self) else { return [] }
                return declaration.bindings.compactMap(Parameter.init)
            }
        }
    }

    /// The edit that gives a parameter another value.
    ///
    /// - Returns: nil where the text is no value of the parameter's kind.
    public func edit(setting parameter: Parameter, to value: String) -> SourceEdit? {
        parameter.kind.literal(for: value).map { SourceEdit(range: parameter.range, replacement: $0) }
    }
}

extension ParametersCell.Parameter {
    fileprivate init?(_ binding: PatternBindingSyntax) {
        guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
            let value = binding.initializer?.value,
            let kind = ParametersCell.Kind(value, annotation: binding.typeAnnotation?.type.trimmedDescription)
        else { return nil }
        self.init(name: name, kind: kind, literal: value.trimmedDescription, range: value.range)
    }
}

extension ParametersCell.Kind {
    fileprivate init?(_ value: ExprSyntax, annotation: String?) {
        let number = value.as(PrefixOperatorExprSyntax.self).map(\.expression) ?? value
        if number.is(FloatLiteralExprSyntax.self) || (number.is(IntegerLiteralExprSyntax.self) && annotation.isReal) {
            self = .double
        } else if number.is(IntegerLiteralExprSyntax.self) {
            self = .integer
        } else if value.is(BooleanLiteralExprSyntax.self) {
            self = .boolean
        } else if value.is(StringLiteralExprSyntax.self) {
            self = .string
        } else {
            return nil
        }
    }

    /// The Swift literal for what a person typed.
    fileprivate func literal(for text: String) -> String? {
        switch self {
        case .integer: Int(text.filter { $0 != "_" }).map(String.init)
        case .double: Double(text.filter { $0 != "_" }).flatMap { $0.isFinite ? String($0) : nil }
        case .boolean: Bool(text).map(String.init)
        case .string: text.debugDescription
        }
    }
}

extension Optional<String> {
    fileprivate var isReal: Bool { self == "Double" || self == "Float" }
}
