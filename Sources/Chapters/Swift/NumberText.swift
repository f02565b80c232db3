/// A number as it is written in Swift: with a sign, a prefix (`0x`, `0o`, `0b`), and underscores between its digits.
///
///     NumberText("0x1_F")?.literal(of: Int.self)    // 31
///     NumberText("300")?.literal(of: UInt8.self)    // nil: it goes to 255
///     NumberText("_1")                              // nil
struct NumberText {
    /// Without underscores.
    private let text: String

    init?(_ text: String) {
        let isHexadecimal = text.contains("0x")
        var previous: Character = " "
        for character in text {
            let isBehindDigit = previous.isASCIIDigit || previous == "_" || (isHexadecimal && previous.isHexDigit)
            if character == "_", !isBehindDigit { return nil }
            previous = character
        }
        self.text = text.filter { $0 != "_" }
    }

    func literal<Number: FixedWidthInteger>(of type: Number.Type) -> String? {
        let (sign, digits) =
            text.hasPrefix("-") || text.hasPrefix("+") ? (text.prefix(1), text.dropFirst()) : ("", text[...])
        let radices = ["0x": 16, "0o": 8, "0b": 2]
        guard let radix = radices[String(digits.prefix(2))] else { return Number(text)?.description }
        let unsigned = digits.dropFirst(2)
        guard unsigned.first.map({ $0 != "-" && $0 != "+" }) == true else { return nil }
        return Number(sign + unsigned, radix: radix)?.description
    }

    /// - Returns: nil also where the type would make infinity or 0 of it.
    func literal<Number: BinaryFloatingPoint & LosslessStringConvertible>(of type: Number.Type) -> String? {
        guard let number = Number(text), number.isFinite, number != 0 || isZero else { return nil }
        return number.description
    }

    /// Whether all digits before an exponent are 0.
    private var isZero: Bool {
        let isHexadecimal = text.contains("0x")
        let digits = text.prefix { !(isHexadecimal ? "pP" : "eE").contains($0) }
        return !digits.contains { $0.isHexDigit && $0 != "0" }
    }
}
