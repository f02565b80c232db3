/// The words of an axis's ticks: exact, and alike among themselves.
enum TickText {
    /// One label for each number, all with the same decimals; with a common power of ten where that is shorter.
    ///
    ///     0, 0.25, 0.5      →  0.00  0.25  0.50
    ///     0, 5·10⁸, 10⁹     →  0  0.5×10⁹  1×10⁹
    static func labels(of numbers: [DecimalNumber]) -> [String] {
        let plain = plainLabels(of: numbers)
        guard longest(plain) > longestPlain else { return plain }
        let scientific = scientificLabels(of: numbers)
        return longest(scientific) < longest(plain) ? scientific : plain
    }

    /// `10³` as text.
    static func powerOfTen(_ exponent: Int) -> String {
        "10" + superscript(exponent)
    }

    /// C's `2.5e+12` as people write it: `2.5×10¹²`.
    static func withPower(_ text: String) -> String {
        let parts = text.split(separator: "e")
        guard parts.count == 2, let power = Int(parts[1].drop { $0 == "+" }) else { return text }
        return "\(parts[0])×\(powerOfTen(power))"
    }

    private static let longestPlain = 7

    private static func longest(_ labels: [String]) -> Int {
        labels.map(\.count).max() ?? 0
    }

    private static func plainLabels(of numbers: [DecimalNumber]) -> [String] {
        let decimals = numbers.map(\.decimals).max() ?? 0
        let written = numbers.map(\.magnitude).map(abs).max() ?? 0
        guard decimals < 30, written < 30 else { return numbers.map { _ in String(repeating: "0", count: 30) } }
        return numbers.map { $0.text(decimals: decimals) }
    }

    private static func scientificLabels(of numbers: [DecimalNumber]) -> [String] {
        let power = numbers.filter { $0.mantissa != 0 }.map(\.magnitude).max() ?? 0
        let scaled = numbers.map { $0.scaled(byPowerOfTen: -power) }
        let decimals = scaled.map(\.decimals).max() ?? 0
        return scaled.map { number in
            number.mantissa == 0 ? "0" : "\(number.text(decimals: decimals))×\(powerOfTen(power))"
        }
    }

    private static func superscript(_ number: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        let text = String(number.magnitude).compactMap(\.wholeNumberValue).map { digits[$0] }
        return (number < 0 ? "⁻" : "") + String(text)
    }
}
