internal import JSONCoding

/// A cell's source with further option lines above its own, and further tags among its own.
struct AddedOptions {
    /// Nil where the options that the source has leave no place for others.
    let source: String?

    /// - Parameters:
    ///   - lines: options without the mark, such as `echo: false`.
    ///   - tags: those that the source does not have yet.
    init(_ lines: [String], tags: [String], to source: String) {
        let given = CellParser(literal: source, line: 0)
        var rows =
            source.isEmpty ? [] : source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // All options of a cell begin in the same column.
        let marks = rows.prefix { $0.prefixMatch(of: /\s*\/\/\|/) != nil }.lazy.compactMap {
            $0.prefixMatch(of: /(\s*\/\/\|\s*)[\w"']/)
        }
        let mark = marks.first.map { String($0.output.1) } ?? "//| "
        let merged = given.options.tags + tags
        var added = lines.map { mark + $0 }
        if !tags.isEmpty {
            let line = "\(mark)tags: [\(merged.map(Self.quoted).joined(separator: ", "))]"
            if given.gives(.tags) {
                rows.replaceSubrange(Self.rows(ofOptionAt: given.optionLine(of: .tags), in: rows), with: [line])
            } else {
                added.append(line)
            }
        }
        let result = (added + rows).joined(separator: "\n")
        let read = CellParser(literal: result, line: 0)
        let isWhole = read.problems.count == given.problems.count && read.source == given.source
        self.source = isWhole && read.options.tags == merged ? result : nil
    }

    /// An option's line, and those that its value goes on in: they are indented deeper, or items of a list.
    private static func rows(ofOptionAt first: Int, in rows: [String]) -> Range<Int> {
        let depth = indent(of: rows[first]) ?? 0
        let further = rows[(first + 1)...].prefix { row in
            guard let indent = indent(of: row) else { return false }
            return indent > depth || (indent == depth && row.contains(/\/\/\|\s*-\s/))
        }
        return first..<(first + 1 + further.count)
    }

    /// The blanks between the mark and the text of an option line.
    private static func indent(of row: String) -> Int? {
        row.prefixMatch(of: /\s*\/\/\|(\s*)\S/).map { $0.output.1.count }
    }

    private static func quoted(_ tag: String) -> String {
        let isPlain = tag.first?.isLetter == true && tag.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
        let isText = !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(tag.lowercased())
        return isPlain && isText ? tag : JSON.string(tag).text
    }
}
