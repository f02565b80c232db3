internal import SwiftParser
internal import SwiftSyntax

/// The `let`s of a parameters cell that the command line can set.
public struct ParametersCell: Equatable, Sendable {
    /// A `let` with a literal for its value: a number, a text, `true`, `false`, `nil`, a case, a list of these.
    public struct Parameter: Equatable, Sendable {
        public let name: String
        public let kind: ParameterKind
        /// The literal as it stands in the chapter.
        public let literal: String
        /// The cell's line of the literal, counted from zero.
        public let line: Int
        let range: Range<Int>
        /// Whether its declaration says its type.
        let isTyped: Bool
    }

    /// A name that is declared and cannot be set.
    public struct Fixed: Equatable, Sendable {
        public let name: String
        /// Its value as it stands in the chapter; nil for a name in a pattern, or without a value of its own.
        public let value: String?
    }

    /// In the order of the cell.
    public let parameters: [Parameter]
    public let fixed: [Fixed]

    /// - Parameter declarations: Swift that may declare the parameters' types, besides the cell itself.
    public init(of source: String, declarations: [String] = []) {
        let members = TypeMembers(in: declarations + [source])
        var (parameters, fixed): ([Parameter], [Fixed]) = ([], [])
        ParsingStack.withRoom(for: source) {
            for statement in Parser.parse(source: source).statements {
                for binding in statement.item.as(VariableDeclSyntax.self)?.bindings ?? [] {
                    if let parameter = Parameter(binding, in: source, members) {
                        parameters.append(parameter)
                    } else {
                        fixed += Fixed.all(in: binding)
                    }
                }
            }
        }
        (self.parameters, self.fixed) = (parameters, fixed)
    }

    /// The edit that gives a parameter another value.
    ///
    /// - Returns: nil where the value is none of the parameter's kind.
    public func edit(setting parameter: Parameter, to value: ParameterValue) -> SourceEdit? {
        parameter.kind.literal(for: value).map { literal in
            let type = parameter.isTyped ? nil : parameter.kind.type(neededBy: literal)
            return SourceEdit(range: parameter.range, replacement: literal + (type.map { " as \($0)" } ?? ""))
        }
    }
}

extension ParametersCell.Parameter {
    fileprivate init?(_ binding: PatternBindingSyntax, in source: String, _ members: TypeMembers) {
        guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
            let value = binding.initializer?.value,
            let kind = ParameterKind(of: value, typed: binding.typeAnnotation?.type, members)
        else { return nil }
        let before = source.utf8.prefix(value.range.lowerBound)
        self.init(
            name: name, kind: kind, literal: value.trimmedDescription,
            line: before.count { $0 == UInt8(ascii: "\n") }, range: value.range,
            isTyped: binding.typeAnnotation != nil)
    }
}

extension ParametersCell.Fixed {
    fileprivate static func all(in binding: PatternBindingSyntax) -> [ParametersCell.Fixed] {
        if let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text {
            return [ParametersCell.Fixed(name: name, value: binding.initializer?.value.trimmedDescription)]
        }
        return binding.pattern.tokens(viewMode: .sourceAccurate).compactMap { token in
            guard case .identifier(let name) = token.tokenKind else { return nil }
            return ParametersCell.Fixed(name: name, value: nil)
        }
    }
}
