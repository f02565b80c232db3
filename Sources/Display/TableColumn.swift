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

    /// The cells: fractions of a column with the same decimals, so that their points stand below each other.
    var texts: [String] {
        let numbers = known.compactMap(Self.fraction)
        let decimals = numbers.map(Self.decimals).max() ?? 0
        let areExtreme = numbers.contains { Self.shortest($0).contains("e") }
        return known.map { value in
            guard let value else { return "" }
            guard let number = Self.fraction(value), number.isFinite else { return String(describing: value) }
            return areExtreme ? Self.shortest(number) : NumberText.fixed(number, decimals: decimals)
        }
    }

    private static func unwrapped(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value }
        return mirror.children.first.flatMap { unwrapped($0.value) }
    }

    private static func fraction(_ value: Any?) -> Double? {
        (value as? any BinaryFloatingPoint).map { Double($0) }
    }

    /// Six significant digits are what a table of measurements can use.
    private static func shortest(_ number: Double) -> String {
        NumberText.significant(number, digits: 6)
    }

    private static func decimals(_ number: Double) -> Int {
        let text = shortest(number)
        return text.contains("e") ? 0 : text.split(separator: ".").dropFirst().first?.count ?? 0
    }
}
