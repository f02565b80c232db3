/// Anchors as GitHub makes them.
enum HeadingAnchor {
    /// Letters and digits in lower case, spaces as hyphens, nothing else.
    ///
    ///     HeadingAnchor.slug(of: "What is a convolution?")   // what-is-a-convolution
    static func slug(of text: String) -> String {
        let kept = text.lowercased().compactMap { character -> Character? in
            if character.isLetter || character.isNumber || character == "-" || character == "_" { return character }
            return character.isWhitespace ? "-" : nil
        }
        return kept.isEmpty ? "section" : String(kept)
    }
}
