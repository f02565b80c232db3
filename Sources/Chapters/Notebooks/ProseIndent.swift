/// The indentation of prose behind a cell in a list item. In a notebook's cell of its own the prose would be code by it.
///
///     10. Text
///
///         ```swift
///         run()
///         ```
///
///         More of the item.      // stands in the notebook without the four blanks
struct ProseIndent: Equatable {
    /// What the lines of the prose begin with that are in the item: the indentation, maybe behind a `>`.
    let prefix: String
    /// How many lines were looked at from the first one on; blank ones among them stay.
    let lineCount: Int

    init(prefix: String, lineCount: Int) {
        self.prefix = prefix
        self.lineCount = lineCount
    }

    /// - Returns: nil where the prose would be no code.
    init?(of lines: [String], behind fence: CellFence) {
        guard let first = lines.first(where: { !Self.isBlank($0) }) else { return nil }
        let prefix = fence.prefix.commonPrefix(with: first)
        guard prefix.hasPrefix(Self.bare(prefix)), Self.isBlank(prefix),
            LineCursor(String(prefix.dropFirst(Self.bare(prefix).count))).indent >= 4
        else { return nil }
        self.prefix = prefix
        lineCount = lines.prefix { Self.isBlank($0) || $0.hasPrefix(prefix) }.count
    }

    /// What is left in the prefix's place: nothing, or the markers of quotations.
    private static func bare(_ prefix: String) -> String {
        let quotation = prefix.lastIndex(of: ">").map { prefix[...$0] } ?? ""
        return quotation.isEmpty ? "" : quotation + " "
    }

    private static func isBlank(_ line: String) -> Bool { line.allSatisfy { " \t>".contains($0) } }

    func removed(from lines: [String]) -> [String] {
        changed(lines, from: prefix, to: Self.bare(prefix))
    }

    func added(to lines: [String]) -> [String] {
        changed(lines, from: Self.bare(prefix), to: prefix)
    }

    private func changed(_ lines: [String], from old: String, to new: String) -> [String] {
        lines.enumerated().map { index, line in
            guard index < lineCount, !Self.isBlank(line), line.hasPrefix(old) else { return line }
            return new + line.dropFirst(old.count)
        }
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
