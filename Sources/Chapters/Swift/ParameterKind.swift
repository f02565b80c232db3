/// What the command line and a file of parameters give for a parameter, before it is known what the parameter takes.
public indirect enum ParameterValue: Equatable, Sendable {
    case text(String)
    case list([ParameterValue])

    /// As a message shows it.
    public var description: String {
        switch self {
        case .text(let text): text
        case .list(let values): "[\(values.map(\.description).joined(separator: ", "))]"
        }
    }
}

/// What a parameter's value can be, and the Swift literal of each value.
///
/// 1. A list is written with commas, `16,32`, or as YAML does, `[16, 32]`, which also has room for commas in a text and for
///    lists of lists.
/// 2. An optional takes `nil`, or YAML's `null` and `~`, and what its type takes.
/// 3. A case is written with its dot or without. Which there are is known of a type of the chapter's own; of any other, the
///    compiler says whether it has it.
///
///     ParameterKind.list(.integer("Int")).literal(for: .text("16,32"))   // [16, 32]
///     ParameterKind.integer("UInt8").literal(for: .text("256"))          // nil: it goes to 255
public indirect enum ParameterKind: Equatable, Sendable {
    /// With the name of its type.
    case integer(String)
    case double
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
        case (_, .text(let text)): return literal(for: text)
        case (_, .list): return nil
        }
    }

    /// In a list, a list is written as one: `1,2` is no list of lists.
    private func literal(ofElement value: ParameterValue) -> String? {
        if case (.list, .text) = (self, value) { return nil }
        return literal(for: value)
    }

    private func literal(for text: String) -> String? {
        switch self {
        case .integer(let type): return Self.integers[type]?(text.filter { $0 != "_" })
        case .double: return Double(text.filter { $0 != "_" }).flatMap { $0.isFinite ? String($0) : nil }
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

    private static let integers: [String: @Sendable (String) -> String?] = [
        "Int": { Int($0)?.description }, "UInt": { UInt($0)?.description },
        "Int8": { Int8($0)?.description }, "UInt8": { UInt8($0)?.description },
        "Int16": { Int16($0)?.description }, "UInt16": { UInt16($0)?.description },
        "Int32": { Int32($0)?.description }, "UInt32": { UInt32($0)?.description },
        "Int64": { Int64($0)?.description }, "UInt64": { UInt64($0)?.description },
    ]

    static func isInteger(_ type: String) -> Bool { integers[type] != nil }
}

extension ParameterValue {
    /// Those of a list, however it is written; nil for brackets around what is no list.
    fileprivate var elements: [ParameterValue]? {
        guard case .text(let text) = self else {
            guard case .list(let values) = self else { return nil }
            return values
        }
        let inner = text.drop { $0 == " " }
        if inner.isEmpty { return [] }
        guard inner.first == "[" else {
            return text.split(separator: ",", omittingEmptySubsequences: false).map { .text($0.trimmingBlanks) }
        }
        guard case .success(.list(let values)) = YAMLParameters.value(String(inner)) else { return nil }
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
        case .double: "numbers"
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
