/// What marks all that the session's own process says to the runner, so that nothing that a cell writes is taken for it.
struct SessionKey {
    let number = UInt64.random(in: .min ... .max)

    /// 16 hexadecimal digits.
    var text: String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
