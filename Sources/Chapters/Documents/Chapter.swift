/// A chapter as it was written: inert data, every part with the line that it came from.
public struct Chapter: Equatable, Sendable {
    /// The path by which the chapter was named, as messages and the report show it.
    public let path: String
    public let frontMatter: FrontMatter
    /// Prose and cells in the order of the text.
    public let blocks: [Block]
    /// The chapter's own text, line by line, for showing the line of an error.
    public let lines: [String]
    /// What could be read in another way than it was meant, such as an unknown command in a formula.
    public let warnings: [Diagnostic]

    public init(
        path: String, frontMatter: FrontMatter, blocks: [Block], lines: [String], warnings: [Diagnostic] = []
    ) {
        self.path = path
        self.frontMatter = frontMatter
        self.blocks = blocks
        self.lines = lines
        self.warnings = warnings
    }

    /// The cells, in order.
    public var cells: [Cell] {
        blocks.compactMap { block in
            if case .cell(let cell) = block { cell } else { nil }
        }
    }

    /// The name by which readers call the chapter: the title of its front matter, or else its first heading of the first
    /// level, or its file's name.
    public var title: String {
        frontMatter.title ?? firstHeading ?? String(path.split(separator: "/").last ?? "")
    }

    private var firstHeading: String? {
        for case .prose(let prose) in blocks {
            guard let heading = prose.headings.first(where: { $0.level == 1 }) else { continue }
            return heading.plainText.isEmpty ? nil : heading.plainText
        }
        return nil
    }

    /// The text of a line, counted from one; empty where there is none.
    public func text(ofLine line: Int) -> String {
        lines.indices.contains(line - 1) ? lines[line - 1] : ""
    }
}

/// A stretch of a chapter.
public enum Block: Equatable, Sendable {
    case prose(Prose)
    case cell(Cell)
}

/// Markdown between two cells, already as HTML.
public struct Prose: Equatable, Sendable {
    /// What cmark makes of it; the author's raw HTML is included.
    public let html: String
    /// The headings in it, in order.
    public let headings: [Heading]

    public init(html: String, headings: [Heading]) {
        self.html = html
        self.headings = headings
    }
}

/// A heading of the prose, whose element carries the anchor as its `id`.
public struct Heading: Equatable, Sendable {
    /// 1…6.
    public let level: Int
    /// The heading as inline HTML.
    public let html: String
    /// Unique in the chapter.
    public let anchor: String

    public init(level: Int, html: String, anchor: String) {
        self.level = level
        self.html = html
        self.anchor = anchor
    }

    /// The words of the heading; of a formula its TeX.
    ///
    ///     Heading(level: 1, html: "<em>R</em> &amp; D", anchor: "r-d").plainText   // R & D
    public var plainText: String { InlineHTML.plainText(of: html) }
}

/// What stands between the `---` lines at the head of a chapter.
public struct FrontMatter: Equatable, Sendable {
    public var title: String?
    public var subtitle: String?
    /// Their names.
    public var authors: [String]
    public var date: String?
    /// In Markdown.
    public var abstract: String?
    /// A BCP 47 language tag, such as `ko`.
    public var lang: String?

    public init(
        title: String? = nil, subtitle: String? = nil, author: String? = nil, date: String? = nil,
        abstract: String? = nil, lang: String? = nil
    ) {
        self.title = title
        self.subtitle = subtitle
        authors = author.map { [$0] } ?? []
        self.date = date
        self.abstract = abstract
        self.lang = lang
    }

    /// All authors in one line; nil where there are none.
    public var author: String? { authors.isEmpty ? nil : authors.joined(separator: ", ") }
}
