/// A fenced Swift cell.
public struct Cell: Equatable, Sendable {
    /// Its place among the chapter's cells, counted from one.
    public let number: Int
    public let options: CellOptions
    /// The text after the option lines, without the fence.
    public let source: String
    /// The source cut into pieces for highlighting; joined they are the source.
    public let tokens: [SourceToken]
    /// The chapter's line of the source's first line, counted from one.
    public let line: Int
    /// All that stands between the fences: option lines and source.
    public let content: String
    /// The chapter's lines that the cell takes, its fences included, counted from one.
    public let lines: ClosedRange<Int>
    /// Swift that is compiled before the source, and with it.
    public let included: [IncludedFile]
    /// What it reads while it runs.
    public let data: [DataFile]

    /// - Parameters:
    ///   - content: nil for a cell without option lines.
    ///   - lines: nil for those of a cell without option lines.
    public init(
        number: Int, options: CellOptions, source: String, tokens: [SourceToken], line: Int, content: String? = nil,
        lines: ClosedRange<Int>? = nil, included: [IncludedFile] = [], data: [DataFile] = []
    ) {
        self.number = number
        self.options = options
        self.source = source
        self.tokens = tokens
        self.line = line
        self.content = content ?? source
        self.lines = lines ?? (line - 1)...(line + source.count { $0 == "\n" } + 1)
        self.included = included
        self.data = data
    }

    /// The cell's name: its own, or `cell-N`.
    public var label: String { options.label ?? "cell-\(number)" }
}

/// What the `//|` lines at the head of a cell say.
public struct CellOptions: Equatable, Sendable {
    public var label: String?
    public var echo = true
    public var eval = true
    public var output = true
    public var error = false
    public var codeFold = false
    public var figureCaption: String?
    public var figureAlternativeText: String?
    /// Seconds.
    public var timeout: Double?
    public var tags: [String] = []
    /// Swift files whose declarations stand before the cell's own, by their paths from the chapter's folder.
    public var include: [String] = []
    /// Files that the cell reads, by their paths from the chapter's folder.
    public var depends: [String] = []

    public init() {}

    /// Whether the cell's `let`s can be set from the command line.
    public var isParameters: Bool { tags.contains("parameters") }
}

/// A piece of Swift source and what it is.
public struct SourceToken: Equatable, Sendable {
    public enum Kind: String, Equatable, Sendable, CaseIterable {
        case plain, keyword, identifier, type, number, string, comment, attribute, directive, `operator`, argument
    }

    public let kind: Kind
    public let text: String

    public init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }
}
