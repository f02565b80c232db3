/// Square brackets and interpolations that open one after another, with nothing but blanks, parentheses and quotes between.
///
/// SwiftParser tries each bracket as the beginning of a type and of a literal, and so takes twice the time for every one
/// more; for an interpolation it copies all that are open.
enum BracketRun {
    static let longest = 12

    /// The line, counted from zero, of the first bracket that is one too many; nil where there is none.
    static func excess(in source: String) -> Int? {
        var (line, run) = (0, 0)
        var previous: UInt8 = 0
        for byte in source.utf8 {
            switch byte {
            case UInt8(ascii: "["): run += 1
            case UInt8(ascii: "(") where previous == UInt8(ascii: "\\"): run += 1
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "("), UInt8(ascii: "\\"), UInt8(ascii: "\""): break
            default: run = 0
            }
            if run > longest { return line }
            previous = byte
        }
        return nil
    }
}
