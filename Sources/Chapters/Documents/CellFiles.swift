/// A Swift file that a cell includes: its text is compiled before the cell's own, and with it.
public struct IncludedFile: Equatable, Sendable {
    /// The path as messages show it, such as `notebooks/helpers.swift`.
    public let path: String
    /// The text without blank lines at its end; there is always a first line.
    public let lines: [String]

    public init(path: String, text: String) {
        self.path = path
        let lines = ChapterText.lines(of: text)
        let last = lines.lastIndex { !$0.isBlank } ?? 0
        self.lines = Array(lines[...last])
    }

    public var text: String { lines.joined(separator: "\n") }

    /// The text of a line, counted from one; empty where there is none.
    public func text(ofLine line: Int) -> String {
        lines.indices.contains(line - 1) ? lines[line - 1] : ""
    }
}

/// A file that a cell reads while it runs; with another content the cell is another cell.
public struct DataFile: Equatable, Sendable {
    /// The path as messages show it, such as `notebooks/values.csv`.
    public let path: String
    /// What tells its content from every other.
    public let fingerprint: String

    public init(path: String, fingerprint: String) {
        self.path = path
        self.fingerprint = fingerprint
    }
}

extension Chapter {
    /// The files that its cells include or depend on, each once, by their paths from the chapter's folder.
    public var fileNames: [String] {
        var names: [String] = []
        for name in cells.flatMap({ $0.options.include + $0.options.depends }) where !names.contains(name) {
            names.append(name)
        }
        return names
    }

    /// The line that a place is in: of the chapter, or of a file that a cell includes.
    func text(at location: SourceLocation) -> String {
        guard let path = location.file else { return text(ofLine: location.line) }
        let file = cells.lazy.flatMap(\.included).first { $0.path == path }
        return file?.text(ofLine: location.line) ?? ""
    }
}
