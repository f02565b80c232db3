/// A value as what makes it: its type's name, and its properties as arguments.
///
///     ReadableText.of(Huber(delta: 0.5), without: ["name"])   // Huber(delta: 0.5)
///
/// Properties without a value are left out.
package enum ReadableText {
    /// - Parameters:
    ///   - first: what stands before the properties.
    ///   - hidden: properties that are no arguments.
    package static func of(
        _ value: Any, first: KeyValuePairs<String, Any> = [:], without hidden: Set<String> = []
    ) -> String {
        let properties = Mirror(reflecting: value).children.compactMap { label, value -> (String, Any)? in
            guard let label, !hidden.contains(label) else { return nil }
            return unwrapped(value).map { (label, $0) }
        }
        let arguments = (first.map { ($0.key, $0.value) } + properties).map { "\($0): \(text(of: $1))" }
        let name = String(describing: type(of: value))
        return arguments.isEmpty ? name : "\(name)(\(arguments.joined(separator: ", ")))"
    }

    private static func text(of value: Any) -> String {
        switch value {
        case let number as any BinaryFloatingPoint: NumberText.short(Double(number))
        case let text as String: "\"\(text)\""
        default: String(describing: value)
        }
    }

    private static func unwrapped(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional ? mirror.children.first?.value : value
    }
}
