/// What the command line and a file of parameters give for a parameter, before it is known what the parameter takes.
public indirect enum ParameterValue: Equatable, Sendable {
    case text(String)
    /// A text that stands in quotes in YAML: never `nil`.
    case quoted(String)
    case list([ParameterValue])

    /// As a message shows it.
    public var description: String {
        switch self {
        case .text(let text), .quoted(let text): text
        case .list(let values): "[\(values.map(\.description).joined(separator: ", "))]"
        }
    }
}

/// What a parameter's value can be, and the Swift literal of each value.
///
/// 1. A list is written with commas, `16,32`, or as YAML does, `[16, 32]`, which also has room for commas in a text and for
///    lists of lists.
/// 2. An optional takes `nil`, or YAML's `null` and `~`, and what its type takes. An optional text that is to be one of these
///    words stands in quotes in a file of parameters.
/// 3. A case is written with its dot or without. Which there are is known of a type of the chapter's own; of any other, the
///    compiler says whether it has it.
/// 4. A number is written as in Swift (`0x10`, `12_000`, `1e-3`), and refused where its type cannot hold it: one that is too
///    large, or so small that it would become 0.
///
///     ParameterKind.list(.integer("Int")).literal(for: .text("16,32"))   // [16, 32]
///     ParameterKind.integer("UInt8").literal(for: .text("256"))          // nil: it goes to 255
public indirect enum ParameterKind: Equatable, Sendable {
    /// With the name of its type.
    case integer(String)
    case double
    /// With the name of its type, other than Double.
    case float(String)
    case boolean
    case string
    case character
    /// A case, or another static member: what stands before its dot, and the names that are known, if any.
    case member(base: String, known: [String])
    case list(ParameterKind)
    case optional(ParameterKind)

    /// - Returns: nil for what is no value of this kind.
    public func literal(for value: ParameterValue) -> String? {
        switch (self, value) {
        case (.list(let element), _):
            guard let values = value.elements else { return nil }
            let literals = values.compactMap { element.literal(ofElement: $0) }
            return literals.count == values.count ? "[\(literals.joined(separator: ", "))]" : nil
        case (.optional, .text(let text)) where ["nil", "null", "~"].contains(text): return "nil"
        case (.optional(let kind), _): return kind.literal(for: value)
        case (_, .text(let text)), (_, .quoted(let text)): return literal(for: text)
        case (_, .list): return nil
        }
    }

    /// In a list, a list is written as one: `1,2` is no list of lists.
    private func literal(ofElement value: ParameterValue) -> String? {
        switch (self, value) {
        case (.list, .text), (.list, .quoted): return nil
        default: return literal(for: value)
        }
    }

    private func literal(for text: String) -> String? {
        switch self {
        case .integer(let type): return NumberText(text).flatMap { Self.integers[type]?($0) }
        case .double: return NumberText(text)?.literal(of: Double.self)
        case .float(let type): return NumberText(text).flatMap { Self.floats[type]?($0) }
        case .boolean: return Bool(text).map(String.init)
        case .string: return text.debugDescription
        case .character: return text.count == 1 ? text.debugDescription : nil
        case .member(let base, let known):
            let isWithBase = !base.isEmpty && text.hasPrefix("\(base).")
            let name = isWithBase ? text.dropFirst(base.count + 1) : text.hasPrefix(".") ? text.dropFirst() : text[...]
            guard name.wholeMatch(of: /[\p{L}_][\p{L}\p{N}_]*/) != nil else { return nil }
            return known.isEmpty || known.contains(String(name)) ? "\(base).\(name)" : nil
        case .list, .optional: return nil
        }
    }

    private static let integers: [String: @Sendable (NumberText) -> String?] = [
        "Int": { $0.literal(of: Int.self) }, "UInt": { $0.literal(of: UInt.self) },
        "Int8": { $0.literal(of: Int8.self) }, "UInt8": { $0.literal(of: UInt8.self) },
        "Int16": { $0.literal(of: Int16.self) }, "UInt16": { $0.literal(of: UInt16.self) },
        "Int32": { $0.literal(of: Int32.self) }, "UInt32": { $0.literal(of: UInt32.self) },
        "Int64": { $0.literal(of: Int64.self) }, "UInt64": { $0.literal(of: UInt64.self) },
    ]

    private static let floats: [String: @Sendable (NumberText) -> String?] = [
        "Float": { $0.literal(of: Float.self) }, "Float16": { $0.literal(of: Float16.self) },
        "CGFloat": { $0.literal(of: Double.self) },
    ]

    static func isInteger(_ type: String) -> Bool { integers[type] != nil }
    static func isFloat(_ type: String) -> Bool { floats[type] != nil }
}

extension ParameterValue {
    /// Those of a list, however it is written; nil for brackets around what is no list.
    fileprivate var elements: [ParameterValue]? {
        let text: String
        switch self {
        case .list(let values): return values
        case .text(let written), .quoted(let written): text = written
        }
        let inner = text.drop { $0 == " " }
        if inner.isEmpty { return [] }
        let isQuoted = inner.contains { "\"'".contains($0) }
        guard inner.first == "[" || isQuoted else {
            return text.split(separator: ",", omittingEmptySubsequences: false).map { .text($0.trimmingBlanks) }
        }
        // A comma between quotation marks is part of a text.
        let list = inner.first == "[" ? String(inner) : "[\(inner)]"
        guard case .success(.list(let values)) = YAMLParameters.value(list) else { return nil }
        return values
    }
}

extension Substring {
    fileprivate var trimmingBlanks: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}

extension ParameterKind: CustomStringConvertible {
    /// `a whole number`, as in "it must be …".
    public var description: String {
        switch self {
        case .integer(let type): type == "Int" ? "a whole number" : "a whole number that \(type) can hold"
        case .double: "a number"
        case .float(let type): type == "CGFloat" ? "a number" : "a number that \(type) can hold"
        case .boolean: "true or false"
        case .string: "a text"
        case .character: "one character"
        case .member(let base, let known):
            known.isEmpty ? "a case's name" : "one of \(known.map { "\(base).\($0)" }.joined(separator: ", "))"
        case .list(let element): "a list (\(element.plural))"
        case .optional(let kind): "\(kind), or nil"
        }
    }

    private var plural: String {
        switch self {
        case .integer: "whole numbers"
        case .double, .float: "numbers"
        case .boolean: "true and false"
        case .string: "texts"
        case .character: "characters"
        case .member(let base, let known):
            known.isEmpty ? "cases" : known.map { "\(base).\($0)" }.joined(separator: ", ")
        case .list(let element): "lists of \(element.plural)"
        case .optional(let kind): "\(kind.plural), nil"
        }
    }
}
