/// The footnotes of a chapter: where they are defined, and in which order they are referred to.
struct Footnotes {
    private struct Definition {
        let name: String
        let markdown: String
        let line: Int
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

    init(in lines: [String], opaque: Set<Int>) {
        remainingLines = lines
        links = LinkDefinitions(in: lines)
        var index = 0
        while index < lines.count {
            if !opaque.contains(index + 1), let head = Self.head(of: lines[index]) {
                let end = Self.end(ofNoteAt: index, in: lines)
                let rest = lines[(index + 1)..<end].map { $0.droppingIndent(4) }
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

    /// The notes that are referred to, in a list; nil where there are none.
    func html(links: inout LinkRewriter) -> String? {
        guard !order.isEmpty else { return nil }
        var items = ""
        for (index, name) in order.enumerated() {
            let number = index + 1
            let note = Self.html(of: markdown(ofNote: name), links: &links)
            let back = "<a href=\"#note-reference:\(number)\" role=\"doc-backlink\" aria-label=\"\(number)\">↩</a>"
            items += "<li id=\"note:\(number)\">\n\(note.inserting(back))</li>\n"
        }
        return "<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n\(items)</ol>\n</div>\n"
    }

    /// A note, and behind it the definitions of its links.
    private func markdown(ofNote name: String) -> String {
        let note = definitions[name]!.markdown
        return ([note, ""] + links.lines(for: note)).joined(separator: "\n")
    }

    /// Notes that nothing refers to.
    var problems: [ChapterProblem] {
        definitions.values.filter { numbers[$0.name] == nil }.sorted { $0.line < $1.line }
            .map { .footnoteWithoutReference($0.name, line: $0.line) }
    }

    private static func html(of markdown: String, links: inout LinkRewriter) -> String {
        let extended = ExtendedMarkdown(markdown)
        let document = MarkdownDocument(extended.text)
        extended.extend(document, links: &links)
        return extended.completed(document.root.html)
    }

    /// A note goes on over indented lines, over blank lines before these, and over the rest of its first paragraph.
    private static func end(ofNoteAt start: Int, in lines: [String]) -> Int {
        var end = start + 1
        var isFirstParagraph = true
        for index in (start + 1)..<max(start + 1, lines.count) {
            let line = lines[index]
            if line.allSatisfy(\.isWhitespace) {
                isFirstParagraph = false
            } else if line.hasPrefix("    ") || (isFirstParagraph && line.first?.isLetter == true) {
                end = index + 1
            } else {
                break
            }
        }
        return end
    }
}

extension String {
    fileprivate func droppingIndent(_ width: Int) -> String {
        String(dropFirst(prefix(width).prefix { $0 == " " }.count))
    }

    /// With a link at the end of the last paragraph.
    fileprivate func inserting(_ link: String) -> String {
        hasSuffix("</p>\n") ? dropLast(5) + " \(link)</p>\n" : self + "\(link)\n"
    }
}
