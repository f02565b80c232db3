/// Raw HTML that blank lines do not end, without the end that it needs: all below it is part of it.
///
///     UnclosedHTML("<!-- a\n\nb\n")!.end      // "-->"
///     UnclosedHTML("<!-- a\n\nb -->\n")       // nil
struct UnclosedHTML: Equatable {
    let opening: String
    let end: String

    private static let marks = ["<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"]

    /// - Parameter literal: a block of raw HTML, as cmark gives it.
    init?(_ literal: String) {
        let html = literal.drop { $0 == " " }
        if let mark = Self.marks.first(where: { html.hasPrefix($0.key) }) {
            guard !html.contains(mark.value) else { return nil }
            (opening, end) = (mark.key, mark.value)
        } else {
            let element = /<(script|style|pre|textarea)(?:[\s>].*)?/.ignoresCase().dotMatchesNewlines()
            // As CommonMark has it, the end of any of them will do.
            let ending = /<\/(?:script|style|pre|textarea)>/.ignoresCase()
            guard let match = html.wholeMatch(of: element), html.firstMatch(of: ending) == nil else { return nil }
            (opening, end) = ("<\(match.output.1)>", "</\(match.output.1)>")
        }
    }
}
