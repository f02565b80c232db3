/// The footnotes of a chapter: where they are defined, and in which order they are referred to.
struct Footnotes {
    private struct Definition {
        let name: String
        let markdown: String
        let line: Int

        /// The cells in it, which are not run: a note stands at the end of the chapter, and may stand there for several places.
        var cells: [ChapterProblem] {
            guard markdown.contains("swift") else { return [] }
            return MarkdownDocument(markdown).root.subtree
                .filter { $0.kind == .codeBlock && FenceInfo($0.fenceInfo).isCell }
                .map { .cellInFootnote(line: line - 1 + $0.line) }
        }
    }

    private var definitions: [String: Definition] = [:]
    /// Names in the order of their first references, which is the order of their numbers.
    private var order: [String] = []
    private var numbers: [String: Int] = [:]
    private var referenceCounts: [String: Int] = [:]
    /// The chapter's lines with the definitions' lines empty.
    private(set) var remainingLines: [String]
    /// What a note may refer to: the definitions of the chapter's links.
    private let links: LinkDefinitions

    /// - Parameter opaque: the lines, counted from zero, in which nothing is defined.
    init(in lines: [String], opaque: Set<Int>) {
        remainingLines = lines
        links = LinkDefinitions(in: lines)
        var index = 0
        while index < lines.count {
            if !opaque.contains(index), let head = Self.head(of: lines[index]) {
                let rest = Self.rest(ofNoteAt: index, head.output.2, in: lines)
                let end = index + 1 + rest.count
                let name = String(head.output.1)
                let markdown = ([String(head.output.2)] + rest).joined(separator: "\n")
                definitions[name] = definitions[name] ?? Definition(name: name, markdown: markdown, line: index + 1)
                for line in index..<end { remainingLines[line] = "" }
                index = end
            } else {
                index += 1
            }
        }
    }

    /// The name in a `[^name]` at a place of a text; it has neither brackets nor blanks.
    static func reference(in text: [Character], at index: Int) -> String? {
        guard text[index...].starts(with: "[^") else { return nil }
        let name = text[(index + 2)...].prefix { $0 != "[" && $0 != "]" && !$0.isWhitespace }
        guard name.endIndex < text.count, text[name.endIndex] == "]" else { return nil }
        return String(name)
    }

    /// Name and first line of a note that begins with this line.
    private static func head(of line: String) -> Regex<(Substring, Substring, Substring)>.Match? {
        line.beginsWithBracket ? line.wholeMatch(of: /[ ]{0,3}\[\^([^\[\]\s]+)\]:\s*(.*)/) : nil
    }

    /// The HTML of a reference; nil where there is no such note.
    mutating func refer(to name: String) -> String? {
        guard definitions[name] != nil else { return nil }
        let number = numbers[name] ?? order.count + 1
        if numbers.updateValue(number, forKey: name) == nil { order.append(name) }
        let count = referenceCounts[name, default: 0] + 1
        referenceCounts[name] = count
        let anchor = count == 1 ? "note-reference:\(number)" : "note-reference:\(number):\(count)"
        return
            "<sup class=\"note\"><a id=\"\(anchor)\" href=\"#note:\(number)\" role=\"doc-noteref\">\(number)</a></sup>"
    }

    /// How many notes are referred to so far.
    var count: Int { order.count }

    /// The note of a number, counted from zero, and behind it the definitions of its links.
    func markdown(ofNote number: Int) -> String {
        let note = definitions[order[number]]!.markdown
        return ([note, ""] + links.lines(for: note)).joined(separator: "\n")
    }

    /// The notes of a chapter in a list.
    ///
    /// - Parameter notes: the HTML of each, in the order of their numbers.
    static func list(_ notes: [String]) -> String {
        let items = zip(1..., notes).map { number, note in
            let back = "<a href=\"#note-reference:\(number)\" role=\"doc-backlink\" aria-label=\"\(number)\">↩</a>"
            return "<li id=\"note:\(number)\">\n\(note.inserting(back))</li>\n"
        }
        return "<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n\(items.joined())</ol>\n</div>\n"
    }

    /// Notes that nothing refers to, and cells in notes.
    var problems: [ChapterProblem] {
        definitions.values.sorted { $0.line < $1.line }.flatMap { note in
            let isUnused = numbers[note.name] == nil
            return (isUnused ? [.footnoteWithoutReference(note.name, line: note.line)] : []) + note.cells
        }
    }

    /// The lines of a note behind its first one, without their indentation.
    ///
    /// It goes on over indented lines, over blank lines before these, and over lazy lines of a paragraph. Which ones are lazy
    /// cmark knows: of the same text in a quotation.
    private static func rest(ofNoteAt start: Int, _ first: Substring, in lines: [String]) -> [String] {
        var (rest, quotation) = ([String](), ["> \(first)"])
        for line in lines[(start + 1)...] {
            let cursor = LineCursor(line)
            if cursor.isBlank || cursor.indent >= 4 {
                rest.append(line.dedented(by: 4))
                quotation.append("> \(rest[rest.count - 1])")
            } else {
                let isBehindBlank = rest.last?.isBlank ?? false
                guard !isBehindBlank, cursor.bytes[cursor.contentOffset] != UInt8(ascii: ">"), head(of: line) == nil
                else { break }
                // Under a line of a paragraph it would make a heading of it.
                let isUnderline = line.wholeMatch(of: /[ \t]*(?:=+|-+)[ \t]*/) != nil
                rest.append(isUnderline ? "\\" + line.dedented(by: 4) : line)
                quotation.append(line)
            }
        }
        let end = MarkdownDocument(quotation.joined(separator: "\n")).root.children.first?.endLine ?? 1
        let last = rest.prefix(end - 1).lastIndex { !$0.isBlank }
        return Array(rest.prefix(last.map { $0 + 1 } ?? 0))
    }
}

extension String {
    /// Without so many columns of white space, as far as there are any.
    fileprivate func dedented(by columns: Int) -> String {
        var cursor = LineCursor(self)
        cursor.skip(columns: columns)
        let text = String(decoding: cursor.bytes[cursor.contentOffset...], as: UTF8.self)
        return String(repeating: " ", count: cursor.indent) + text
    }

    /// With a link at the end of the last paragraph.
    fileprivate func inserting(_ link: String) -> String {
        hasSuffix("</p>\n") ? dropLast(5) + " \(link)</p>\n" : self + "\(link)\n"
    }
}
