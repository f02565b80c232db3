/// The labels with dollars that links are defined by: `[$x$]: one.md`.
///
/// To cmark they are written as in the chapter, since a formula in a label would be another one at each place.
struct FormulaLabels {
    /// A `[…]` in the running text.
    struct Bracket {
        /// What stands between the brackets.
        let inner: Range<Int>
        let label: String
        /// Whether it is no more than a label: of the brackets before it, or where it is defined.
        let isLabelOnly: Bool
        /// Behind it, and behind an empty `[]`.
        let end: Int
    }

    /// As CommonMark compares them.
    private let labels: Set<String>

    init(in lines: [String]) {
        let candidates = LinkDefinitions(in: lines).labels.filter { $0.contains("$") }
        guard !candidates.isEmpty else {
            labels = []
            return
        }
        // What looks like a definition may be code; cmark knows.
        let document = MarkdownDocument((candidates.map { "[\($0)]\n" } + lines).joined(separator: "\n"))
        let links = zip(candidates, document.root.children).filter { $1.children.first?.kind == .link }
        labels = Set(links.map(\.0))
    }

    /// The brackets that begin at a place, where a label of these is in them; nil where the link has another label.
    func bracket(in text: RunningText, at index: Int) -> Bracket? {
        let characters = text.characters
        guard !labels.isEmpty, characters[index] == "[" else { return nil }
        let label = characters[(index + 1)...].prefix { $0 != "[" && $0 != "]" }
        let end = label.endIndex + 1
        guard end <= characters.count, characters[end - 1] == "]",
            labels.contains(LinkDefinitions.normalized(String(label)[...]))
        else { return nil }
        let rest = characters[end...]
        let isLabel = index > 0 && characters[index - 1] == "]"
        let isDefinition = rest.first == ":" && text.place(of: index).column == 0
        let isEmptyNext = rest.starts(with: "[]")
        guard isLabel || isEmptyNext || (rest.first != "(" && rest.first != "[") else { return nil }
        return Bracket(
            inner: label.indices,
            label: label.split(whereSeparator: \.isWhitespace).map { String($0) }.joined(separator: " "),
            isLabelOnly: isLabel || isDefinition, end: isEmptyNext && !isLabel ? end + 2 : end)
    }
}
