import Display

/// The shortest decimal digits that stand for a float and no other: `d.ddd × 10^exponent`.
struct FloatText {
    private let value: Float
    /// Without zeros at the end, but for zero itself.
    let digits: [UInt8]
    let exponent: Int

    /// - Parameter value: a finite number.
    init(_ value: Float) {
        self.value = value
        let (mantissa, power) = Self.split("\(abs(value))")
        let point = mantissa.firstIndex(of: ".") ?? mantissa.endIndex
        let whole = mantissa[..<point]
        let all = (whole + mantissa[point...].dropFirst()).utf8.map { $0 - UInt8(ascii: "0") }
        let zeros = all.prefix { $0 == 0 }.count
        guard zeros < all.count else {
            (digits, exponent) = ([0], 0)
            return
        }
        let trailing = all.reversed().prefix { $0 == 0 }.count
        digits = Array(all[zeros..<all.count - trailing])
        exponent = power + whole.utf8.count - 1 - zeros
    }

    /// Swift writes the shortest digits, large and small numbers with an exponent.
    private static func split(_ text: String) -> (Substring, Int) {
        guard let mark = text.firstIndex(of: "e") else { return (text[...], 0) }
        return (text[..<mark], Int(text[text.index(after: mark)...]) ?? 0)
    }

    private var sign: String { value.sign == .minus ? "-" : "" }

    /// As NumPy prints a single number.
    static func scalar(_ value: Float) -> String {
        guard value.isFinite else { return nonFinite(value) }
        let text = FloatText(value)
        guard value == 0 || 1e-4..<1e6 ~= Double(abs(value)) else {
            let (mantissa, fraction) = text.scientific
            return mantissa + (fraction.isEmpty ? "" : "." + fraction) + text.exponentText(digits: 2)
        }
        let (whole, fraction) = text.positional(decimals: Int.max)
        return whole + "." + (fraction.isEmpty ? "0" : fraction)
    }

    static func nonFinite(_ value: Float) -> String {
        value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
    }

    /// One digit before the point, and those after it.
    var scientific: (mantissa: String, fraction: String) {
        (sign + "\(digits[0])", digits.dropFirst().map(String.init).joined())
    }

    /// `e-05`.
    func exponentText(digits count: Int) -> String {
        let magnitude = String(exponent.magnitude)
        let zeros = String(repeating: "0", count: max(0, count - magnitude.utf8.count))
        return "e" + (exponent < 0 ? "-" : "+") + zeros + magnitude
    }

    /// The digits before the point and after it, without zeros at the end, rounded to at most so many decimals.
    func positional(decimals: Int) -> (whole: String, fraction: String) {
        let (whole, fraction) = exactPositional
        guard fraction.utf8.count > decimals else { return (sign + whole, fraction) }
        let rounded = NumberText.fixed(Double(value), decimals: decimals).split(separator: ".")
        let zeros = rounded[1].reversed().prefix { $0 == "0" }.count
        return (String(rounded[0]), String(rounded[1].dropLast(zeros)))
    }

    private var exactPositional: (String, String) {
        let text = digits.map(String.init)
        if exponent < 0 { return ("0", String(repeating: "0", count: -exponent - 1) + text.joined()) }
        let padded = text + Array(repeating: "0", count: max(0, exponent + 1 - text.count))
        let isZero = digits == [0]
        return (padded.prefix(exponent + 1).joined(), isZero ? "" : padded.dropFirst(exponent + 1).joined())
    }
}
