/// Whether every element that is opened is closed in its turn.
enum MarkupBalance {
    private static let empty: Set<Substring> = ["br", "hr", "img", "input"]

    static func complaint(about html: String) -> String? {
        var open: [Substring] = []
        // A combining character behind a tag is none of it.
        var rest = html.unicodeScalars[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            let tag = Substring(rest[rest.index(after: start)..<end])
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                guard open.popLast() == tag.dropFirst() else { return "'<\(tag)>' closes nothing" }
            } else {
                let name = tag.prefix { $0.isLetter || $0.isNumber }
                if !empty.contains(name), !tag.hasSuffix("/") { open.append(name) }
            }
        }
        return open.isEmpty ? nil : "'<\(open.joined(separator: "><"))>' is not closed"
    }
}
