/// Where an image or a link of the prose points.
public struct ChapterLink: Equatable, Sendable {
    public let isImage: Bool
    public let address: String
    /// The line of the paragraph that it stands in.
    public let line: Int

    /// Where a link to another chapter leads from this chapter's report: reports stand side by side.
    ///
    ///     [the filters](chapters/ch5.md#filters)   // ch5.html#filters
    ///
    /// - Returns: nil for an image, and for an address that is no chapter's beside this one.
    public var reportAddress: String? {
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard !isImage, let path = parts.first, path.lowercased().hasSuffix(".md"), !path.hasPrefix("/"),
            !path.contains(":"), !path.contains("?"), let name = path.split(separator: "/").last
        else { return nil }
        let fragment = parts.count > 1 ? "#\(parts[1])" : ""
        return "\(name.dropLast(3)).html\(fragment)"
    }

    /// Whether a browser would run the address as code.
    ///
    /// Browsers skip white space and control characters in front of and inside a scheme's name.
    var isUnsafe: Bool {
        let scheme = address.prefix { $0 != ":" && $0 != "/" && $0 != "#" && $0 != "?" }
        guard scheme.endIndex < address.endIndex, address[scheme.endIndex] == ":" else { return false }
        let name = scheme.lowercased().unicodeScalars.filter { $0.value > 0x20 }.map(String.init).joined()
        return ["javascript", "vbscript"].contains(name) || (name == "data" && !isImage)
    }
}

/// Gives the links and the images of a document, those in raw HTML too, their final addresses.
struct LinkRewriter {
    let replaceLink: (ChapterLink) -> String?
    private(set) var problems: [ChapterProblem] = []

    init(replaceLink: @escaping (ChapterLink) -> String?) {
        self.replaceLink = replaceLink
    }

    /// - Parameter fixedLine: the chapter's line of the text; nil where cmark counts the chapter's own lines.
    mutating func rewrite(_ root: MarkdownNode, line fixedLine: Int? = nil) {
        var line = 1
        for node in root.subtree {
            // cmark knows no line of a link itself.
            line = fixedLine ?? max(line, node.line)
            let isImage: Bool
            switch node.kind {
            case .image: isImage = true
            case .link: isImage = false
            case .htmlBlock, .htmlInline:
                let html = node.literal
                let rewritten = ImageAddresses.replaced(inHTML: html) {
                    replaceLink(ChapterLink(isImage: true, address: $0, line: line))
                }
                if rewritten != html { node.literal = rewritten }
                continue
            default: continue
            }
            let link = ChapterLink(isImage: isImage, address: node.url, line: line)
            if link.isUnsafe {
                problems.append(.unsafeLink(link.address, line: line))
                node.unwrap()
            } else if let address = replaceLink(link) ?? link.reportAddress {
                node.url = address
            }
        }
    }
}
