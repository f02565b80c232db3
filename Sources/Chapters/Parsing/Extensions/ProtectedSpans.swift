/// Pieces of the prose that cmark must not look into, each with one private-use character in its place.
///
/// cmark treats such a character as a letter: it forms no markup, and comes out where it went in.
struct ProtectedSpans {
    private struct Span {
        let source: String
        let html: String
    }

    private var spans: [Unicode.Scalar: Span] = [:]
    private var next: UInt32 = 0xF0000
    /// What the chapter itself contains of these characters.
    private let taken: Set<Unicode.Scalar>

    init(avoiding text: String) {
        taken = Set(text.unicodeScalars.filter { $0.value >= 0xF0000 })
    }

    /// The character to write in a piece's place.
    ///
    /// - Parameters:
    ///   - source: how the piece is written, for where it turns out to be none: in an address, a title or code.
    ///   - html: what it becomes.
    mutating func protect(_ source: String, as html: String) -> Character {
        while let scalar = Unicode.Scalar(next), taken.contains(scalar) { next += 1 }
        let scalar = Unicode.Scalar(next)!
        next += 1
        spans[scalar] = Span(source: source, html: html)
        return Character(scalar)
    }

    /// HTML with the pieces in their places.
    func html(of text: String) -> String {
        replaced(text, by: \.html)
    }

    /// Puts pieces back as they were written wherever they are not part of the running text.
    func restore(in node: MarkdownNode, isInImage: Bool = false) {
        guard !spans.isEmpty else { return }
        switch node.kind {
        case .code, .codeBlock, .htmlBlock, .htmlInline: node.literal = replaced(node.literal, by: \.source)
        case .text where isInImage: node.literal = replaced(node.literal, by: \.source)
        case .link, .image:
            node.url = replaced(node.url, by: \.source)
            node.title = replaced(node.title, by: \.source)
        default: break
        }
        let isImage = if case .image = node.kind { true } else { isInImage }
        for child in node.children { restore(in: child, isInImage: isImage) }
    }

    private func replaced(_ text: String, by part: KeyPath<Span, String>) -> String {
        guard text.unicodeScalars.contains(where: { $0.value >= 0xF0000 }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if let span = spans[scalar] { result += span[keyPath: part] } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}
