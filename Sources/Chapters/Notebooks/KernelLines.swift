/// A cell's lines with those for another kernel as comments.
///
/// 1. `%name …` and `!program argument` are comments; a statement that `%time` measures stays.
/// 2. `%%name` at the top says what the rest is: for what only measures or keeps the output of Swift, that line alone is a
///    comment; for anything else, such as `%%bash`, the whole cell is.
struct KernelLines {
    private(set) var lines: [String]
    /// What became of each kind of magic, in their order.
    private(set) var remarks: [String] = []
    /// Nothing but options, blank lines and magics has been read.
    private var isAtTop = true
    private var isInText = false

    init(_ source: String) {
        lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for place in lines.indices {
            if isAtTop, let name = Self.cellMagic(in: lines[place]), !Self.isAboutSwift(name) {
                for other in lines[place...].indices { comment(other) }
                remark("'%%\(name)' is for another kernel; the whole cell is left as a comment")
                return
            }
            read(place)
        }
    }

    private mutating func read(_ place: Int) {
        let line = lines[place]
        if !isInText, let name = Self.magic(in: line) {
            if let statement = Self.statement(measuredIn: line) {
                lines[place] = statement
                remark("'\(name)' is for another kernel; its statement is kept")
                isAtTop = false
            } else {
                comment(place)
                let isMeasure = line.prefixMatch(of: /\s*%(?:time|timeit|prun|memit)\s+\S/) != nil
                let what = isMeasure ? "it and its statement are" : "it is"
                remark("'\(name)' is for another kernel; \(what) left as a comment")
                return
            }
        } else if !line.isBlank, line.prefixMatch(of: /\s*\/\/\|/) == nil {
            isAtTop = false
        }
        if lines[place].ranges(of: "\"\"\"").count % 2 == 1 { isInText.toggle() }
    }

    private mutating func comment(_ place: Int) {
        if !lines[place].isBlank { lines[place] = "// " + lines[place] }
    }

    /// Of several magics of one kind, only the first is told.
    private mutating func remark(_ sentence: String) {
        if !remarks.contains(sentence) { remarks.append(sentence) }
    }

    private static func cellMagic(in line: String) -> String? {
        line.prefixMatch(of: /\s*%%([A-Za-z][\w.-]*)/).map { String($0.output.1) }
    }

    /// Whether the cell below it is in the kernel's own language.
    private static func isAboutSwift(_ name: String) -> Bool {
        ["swift", "time", "timeit", "capture", "prun", "memit", "mprun"].contains(name.lowercased())
    }

    /// The first word of `%name …`, or of `!program argument`; `!isDone` is Swift.
    private static func magic(in line: String) -> String? {
        let isMagic =
            line.prefixMatch(of: /\s*%%?[A-Za-z]/) != nil
            || (line.prefixMatch(of: /![A-Za-z][\w.-]*\ +[\w.\/~'"-]/) != nil
                && line.prefixMatch(of: /!\w+\ +(?:as|is)\b/) == nil)
        return isMagic ? line.split(whereSeparator: \.isWhitespace).first.map(String.init) : nil
    }

    /// The Swift behind `%time` or `%timeit`; nil where there is none, or options come first.
    private static func statement(measuredIn line: String) -> String? {
        line.wholeMatch(of: /(\s*)%(?:time|timeit|prun|memit)\s+([^\s-].*)/).map { String($0.output.1 + $0.output.2) }
    }
}
