/// A formula between dollars, at a place of a text.
struct InlineFormula {
    let tex: String
    let isDisplay: Bool
    /// With its dollars.
    let source: String
    /// The characters that it takes.
    let range: Range<Int>
    /// How many dollars open it.
    var opening: Int { isDisplay ? 2 : 1 }

    init?(in text: RunningText, at index: Int) {
        let characters = text.characters
        guard characters[index] == "$" else { return nil }
        isDisplay = characters[index...].starts(with: "$$")
        let start = index + (isDisplay ? 2 : 1)
        guard start < characters.count, isDisplay || !characters[start].isWhitespace,
            let end = text.endOfFormula(from: start, isDisplay: isDisplay),
            !characters[start..<end].allSatisfy(\.isWhitespace)
        else { return nil }
        range = index..<end + (isDisplay ? 2 : 1)
        tex = String(characters[start..<end])
        source = String(characters[range])
    }
}
