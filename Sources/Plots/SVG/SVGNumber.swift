/// Coordinates as text: short, and the same on every machine.
enum SVGNumber {
    /// A number to so many decimals (at most 4), without trailing zeros.
    ///
    ///     SVGNumber.text(12.304)                // 12.3
    ///     SVGNumber.text(-0.001)                // 0
    ///     SVGNumber.text(0.256, decimals: 1)    // 0.3
    static func text(_ value: Double, decimals: Int = 2) -> String {
        var text = ""
        append(value, decimals: decimals, to: &text)
        return text
    }

    /// Appends the number; a figure of a hundred thousand points goes through here.
    static func append(_ value: Double, decimals: Int = 2, to text: inout String) {
        let scale = scales[decimals]
        let scaled = Int((min(max(value, -farAway), farAway) * Double(scale)).rounded())
        if scaled < 0 { text.append("-") }
        let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: scale)
        text.append(String(whole))
        guard fraction > 0 else { return }
        let digits = String(fraction + scale).dropFirst()
        text.append(".")
        text.append(contentsOf: digits[...(digits.lastIndex { $0 != "0" } ?? digits.startIndex)])
    }

    private static let scales: [UInt] = [1, 10, 100, 1000, 10000]

    /// What lies this far outside of a drawing cannot be seen; renderers do not like larger numbers.
    private static let farAway = 1e6
}
