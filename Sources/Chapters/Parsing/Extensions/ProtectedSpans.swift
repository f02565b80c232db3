/// Pieces of the prose that cmark must not look into, each with two private-use characters in its place.
///
/// cmark treats such characters as letters: they form no markup, and come out where they went in. The first is one that the
/// chapter does not contain itself.
struct ProtectedSpans {
    private struct Span {
        let source: String
        let html: String
    }

    private var spans: [Span] = []
    /// The first characters of the pairs that are in use, each with the number of its first span.
    private var leads: [Unicode.Scalar: Int] = [:]
    private var lead: Unicode.Scalar = "\u{F0000}"
    /// What the chapter itself contains of such characters.
    private let taken: Set<Unicode.Scalar>

    private static let leadCandidates: ClosedRange<UInt32> = 0xF0000...0xFFFFD
    private static let firstFollower: UInt32 = 0x100000
    private static let spansOfALead = 0xFF00

    init(avoiding text: String) {
        taken = Set(text.unicodeScalars.filter { $0.value >= 0xF0000 })
    }

    /// What to write in a piece's place.
    ///
    /// - Parameters:
    ///   - source: how the piece is written, for where it turns out to be none: in an address, a title or code.
    ///   - html: what it becomes.
    mutating func protect(_ source: String, as html: String) -> String {
        let follower = Self.firstFollower + UInt32(spans.count % Self.spansOfALead)
        if follower == Self.firstFollower {
            guard let next = unusedLead() else { return source }
            lead = next
            leads[lead] = spans.count
        }
        spans.append(Span(source: source, html: html))
        return String(String.UnicodeScalarView([lead, Unicode.Scalar(follower)!]))
    }

    private func unusedLead() -> Unicode.Scalar? {
        Self.leadCandidates.lazy.compactMap(Unicode.Scalar.init).first { !taken.contains($0) && leads[$0] == nil }
    }

    /// HTML with the pieces in their places.
    func html(of text: String) -> String {
        replaced(text, by: \.html)
    }

    /// Puts pieces back as they were written wherever they are not part of the running text.
    func restore(in root: MarkdownNode) {
        guard !spans.isEmpty else { return }
        root.visit { node, isInImage in
            switch node.kind {
            case .code, .codeBlock, .htmlBlock, .htmlInline: node.literal = replaced(node.literal, by: \.source)
            case .text where isInImage: node.literal = replaced(node.literal, by: \.source)
            case .link, .image:
                node.url = replaced(node.url, by: \.source)
                node.title = replaced(node.title, by: \.source)
            default: break
            }
        }
    }

    private func replaced(_ text: String, by part: KeyPath<Span, String>) -> String {
        guard text.unicodeScalars.contains(where: { leads[$0] != nil }) else { return text }
        var result = ""
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            if let first = leads[scalar], let follower = scalars.next() {
                result += spans[first + Int(follower.value - Self.firstFollower)][keyPath: part]
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
