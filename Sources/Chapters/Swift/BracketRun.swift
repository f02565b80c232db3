/// Brackets that open one after another, with nothing but blanks between them.
///
/// SwiftParser tries each as the beginning of a type and of a literal, and so takes twice the time for every one more.
enum BracketRun {
    static let longest = 12

    /// The line, counted from zero, of the first bracket that is one too many; nil where there is none.
    static func excess(in source: String) -> Int? {
        var (line, run) = (0, 0)
        for byte in source.utf8 {
            switch byte {
            case UInt8(ascii: "["): run += 1
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"): break
            default: run = 0
            }
            if run > longest { return line }
        }
        return nil
    }
}
