extension JSONReader {
    mutating func readNumber() throws(JSONError) -> JSON {
        let start = position
        skip("-")
        if !skip("0") { try skipDigits() }
        var isWhole = true
        if skip(".") {
            isWhole = false
            try skipDigits()
        }
        if skip("e") || skip("E") {
            isWhole = false
            if !skip("-") { skip("+") }
            try skipDigits()
        }
        let digits = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, digits != "-0", let integer = Int(digits) { return .integer(integer) }
        guard let number = Double(digits), number.isFinite else {
            throw JSONError(offset: start, problem: .numberTooLarge(digits))
        }
        return .number(number)
    }

    @discardableResult
    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func skipDigits() throws(JSONError) {
        let start = position
        while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
            position += 1
        }
        if position == start { throw unexpected("a digit") }
    }
}
