internal import JSONCoding

/// How a notebook's cell stands in the chapter's text, where it is not as usual; kept in the cell's metadata.
struct ChapterPlace: Equatable {
    /// The blank lines before it.
    var gap: [String]?
    /// The fence of a code cell.
    var fence: CellFence?
    /// The lines of a Markdown cell as they were, where some formulas in them became one line each.
    var written: [String]?
    /// What was taken from the lines of a Markdown cell.
    var indent: ProseIndent?

    /// One blank line, and none before the first cell.
    static func usualGap(at index: Int) -> [String] { index == 0 ? [] : [""] }

    /// The text ends with a line break.
    static let usualEnd = [""]
}

extension ChapterPlace {
    /// Nil where all is as usual.
    var json: JSON? {
        var members: [String: JSON] = [:]
        members["gap"] = gap.map { .array($0.map(JSON.string)) }
        members["fence"] = fence.map {
            ["opening": .string($0.opening), "prefix": .string($0.prefix), "closing": .string($0.closing)]
        }
        members["indent"] = indent.map { ["lines": .integer($0.lineCount), "prefix": .string($0.prefix)] }
        members["written"] = written.map { .array($0.map(JSON.string)) }
        return members.isEmpty ? nil : JSON(members)
    }

    /// What cannot be understood, or would put more into a chapter than blank lines, is left out.
    init(_ json: JSON?) {
        gap = json?["gap"].flatMap(Self.blankLines)
        if let fence = json?["fence"], let opening = fence["opening"]?.string, let prefix = fence["prefix"]?.string,
            let closing = fence["closing"]?.string
        {
            self.fence = CellFence(opening: opening, prefix: prefix, closing: closing)
        }
        let written = (json?["written"]?.array ?? []).compactMap(\.string)
        self.written = written.isEmpty ? nil : written
        if let indent = json?["indent"], let prefix = indent["prefix"]?.string, let count = indent["lines"]?.integer,
            count >= 0, prefix.allSatisfy({ " \t>".contains($0) })
        {
            self.indent = ProseIndent(prefix: prefix, lineCount: count)
        }
    }

    /// The chapter's lines of a Markdown cell; a cell that was changed since is as it is now.
    func prose(of lines: [String]) -> [String] {
        let prose = written.flatMap { QuotedFormulas.joined($0) == lines ? $0 : nil } ?? lines
        return indent?.added(to: prose) ?? prose
    }

    /// Blank lines in a list of texts; nil for anything else.
    static func blankLines(_ json: JSON) -> [String]? {
        guard let lines = json.array?.map(\.string), lines.allSatisfy({ $0?.isBlank ?? false }) else { return nil }
        return lines.compactMap { $0 }
    }
}
