internal import JSONCoding

/// How a notebook's cell stands in the chapter's text, where it is not as usual; kept in the cell's metadata.
struct ChapterPlace: Equatable {
    /// The blank lines before it.
    var gap: [String]?
    /// The fence of a code cell.
    var fence: CellFence?

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
    }

    /// Blank lines in a list of texts; nil for anything else.
    static func blankLines(_ json: JSON) -> [String]? {
        guard let lines = json.array?.map(\.string), lines.allSatisfy({ $0?.isBlank ?? false }) else { return nil }
        return lines.compactMap { $0 }
    }
}
