/// What the running text has at a place.
enum InlineToken {
    /// Code, an address or raw HTML, which is taken as it is.
    case verbatim(length: Int)
    /// A backslash and the character behind it.
    case escape
    case formula(InlineFormula)
    /// A reference to the footnote of this name.
    case reference(String)
    case character

    init(in text: RunningText, at index: Int) {
        if let length = InlineVerbatim.length(in: text, at: index) {
            self = .verbatim(length: length)
        } else if text.characters[index] == "\\", index + 1 < text.characters.count {
            self = .escape
        } else if let formula = InlineFormula(in: text, at: index) {
            self = .formula(formula)
        } else if let name = Footnotes.reference(in: text.characters, at: index) {
            self = .reference(name)
        } else {
            self = .character
        }
    }

    /// How many characters it has.
    var length: Int {
        switch self {
        case .verbatim(let length): length
        case .escape: 2
        case .formula(let formula): formula.range.count
        case .reference(let name): name.count + 3
        case .character: 1
        }
    }
}
