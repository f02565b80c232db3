/// One column of a table: values of any type, and how they are written.
struct TableColumn {
    let name: String
    let values: [Any]

    /// Nil where a value is an empty optional.
    private var known: [Any?] { values.map(Self.unwrapped) }

    /// Whether all values that are there are numbers.
    var isNumeric: Bool {
        let present = known.compactMap { $0 }
        return !present.isEmpty && present.allSatisfy { $0 is any BinaryInteger || $0 is any BinaryFloatingPoint }
    }

    /// The cells: fractions as `NumberColumn` writes them, everything else by its description.
    var texts: [String] {
        let known = known
        var texts = known.map { $0.map { String(describing: $0) } ?? "" }
        let fractions = known.indices.filter { Self.fraction(known[$0]) != nil }
        let numbers = fractions.compactMap { Self.fraction(known[$0]) }
        for (index, text) in zip(fractions, NumberColumn.texts(numbers, digits: Self.digits)) { texts[index] = text }
        return texts
    }

    /// What a table of measurements can use, where no more are needed.
    private static let digits = 6

    private static func unwrapped(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value }
        return mirror.children.first.flatMap { unwrapped($0.value) }
    }

    private static func fraction(_ value: Any?) -> Double? {
        (value as? any BinaryFloatingPoint).map { Double($0) }
    }
}
