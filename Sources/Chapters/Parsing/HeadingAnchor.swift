/// Anchors that no two headings share: of several that would have the same, the second gets `-1` behind it.
struct HeadingAnchors {
    private var taken: Set<String>
    private var counts: [String: Int] = [:]

    /// - Parameter reserved: the anchors that are no heading's.
    init(reserved: [String]) {
        taken = Set(reserved)
    }

    /// An anchor that was not there yet.
    mutating func next(for slug: String) -> String {
        var anchor = slug
        while !taken.insert(anchor).inserted {
            counts[slug, default: 0] += 1
            anchor = "\(slug)-\(counts[slug]!)"
        }
        return anchor
    }
}

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
