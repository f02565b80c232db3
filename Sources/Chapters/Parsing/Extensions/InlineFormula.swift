/// A formula between dollars, at the beginning of a text.
struct InlineFormula {
    let tex: String
    let isDisplay: Bool
    /// With its dollars.
    let source: String
    var length: Int { source.count }
    /// How many dollars open it.
    var opening: Int { isDisplay ? 2 : 1 }

    init?(at text: ArraySlice<Character>) {
        guard text.first == "$" else { return nil }
        isDisplay = text.starts(with: "$$")
        let start = text.startIndex + (isDisplay ? 2 : 1)
        guard start < text.endIndex, isDisplay || !text[start].isWhitespace,
            let end = Self.end(in: text, from: start, isDisplay: isDisplay)
        else { return nil }
        tex = String(text[start..<end])
        source = String(text[text.startIndex..<end + (isDisplay ? 2 : 1)])
        guard !tex.allSatisfy(\.isWhitespace), isDisplay || !tex.contains("`") else { return nil }
    }

    private static func end(in text: ArraySlice<Character>, from start: Int, isDisplay: Bool) -> Int? {
        var index = start
        while index < text.endIndex {
            let character = text[index]
            let next = index + 1 < text.endIndex ? text[index + 1] : " "
            if character == "$", isDisplay ? next == "$" : index > start {
                if isDisplay { return index }
                if !text[index - 1].isWhitespace, !next.isASCIIDigit { return index }
            }
            index += character == "\\" ? 2 : 1
        }
        return nil
    }
}
