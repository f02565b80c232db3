extension JSON {
    /// The value over several lines, the keys in the order of their code points.
    ///
    /// It is what Python's `json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False)` writes, as Jupyter does.
    package var indentedText: String {
        var text = ""
        writeIndented(into: &text, depth: 0)
        return text
    }

    private func writeIndented(into text: inout String, depth: Int) {
        switch self {
        case .array(let elements) where !elements.isEmpty:
            Self.writeItems(elements, between: "[", and: "]", into: &text, depth) { element, text in
                element.writeIndented(into: &text, depth: depth + 1)
            }
        case .object(let members) where !members.isEmpty:
            let sorted = members.sorted { $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars) }
            Self.writeItems(sorted, between: "{", and: "}", into: &text, depth) { member, text in
                text += "\(Self.quoted(member.key)): "
                member.value.writeIndented(into: &text, depth: depth + 1)
            }
        default: text += self.text
        }
    }

    private static func writeItems<Item>(
        _ items: [Item], between opening: String, and closing: String, into text: inout String, _ depth: Int,
        _ write: (Item, inout String) -> Void
    ) {
        text += opening
        for (index, item) in items.enumerated() {
            text += (index == 0 ? "\n" : ",\n") + String(repeating: " ", count: depth + 1)
            write(item, &text)
        }
        text += "\n" + String(repeating: " ", count: depth) + closing
    }
}
