import Glibc

/// A number that decimal digits say exactly: `mantissa` × 10^`exponent`.
struct DecimalNumber: Equatable {
    /// Does not end in 0, but for the number 0.
    let mantissa: Int
    let exponent: Int

    init(_ mantissa: Int, exponent: Int = 0) {
        var mantissa = mantissa
        var exponent = mantissa == 0 ? 0 : exponent
        while mantissa != 0, mantissa % 10 == 0 {
            mantissa /= 10
            exponent += 1
        }
        self.mantissa = mantissa
        self.exponent = exponent
    }

    /// The nearest double.
    var value: Double {
        // Digits that no double holds are rounded once only, together with their place.
        if mantissa.magnitude > 1 << 53, let value = Double("\(mantissa)e\(exponent)") { return value }
        return exponent < 0
            ? Double(mantissa) / pow(10, Double(-exponent)) : Double(mantissa) * pow(10, Double(exponent))
    }

    /// Digits after the point when written out.
    var decimals: Int { max(-exponent, 0) }

    /// The power of ten of its first digit: 2 for 312.
    var magnitude: Int {
        exponent + String(mantissa.magnitude).count - 1
    }

    /// The same digits, the point moved.
    func scaled(byPowerOfTen power: Int) -> DecimalNumber {
        DecimalNumber(mantissa, exponent: exponent + power)
    }

    /// Written out with so many decimals, digits grouped from ten thousand on, and a true minus sign.
    func text(decimals: Int) -> String {
        var digits = String(mantissa.magnitude) + String(repeating: "0", count: max(exponent, 0))
        digits += String(repeating: "0", count: max(decimals - self.decimals, 0))
        if digits.count <= decimals { digits = String(repeating: "0", count: decimals - digits.count + 1) + digits }
        let whole = Self.grouped(String(digits.dropLast(decimals)))
        let text = decimals == 0 ? whole : "\(whole).\(digits.suffix(decimals))"
        return mantissa < 0 ? "−\(text)" : text
    }

    private static func grouped(_ digits: String) -> String {
        guard digits.count > 4 else { return digits }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
