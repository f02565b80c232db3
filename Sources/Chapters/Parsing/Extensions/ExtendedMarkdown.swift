/// Markdown with what notebooks add to CommonMark, made ready for cmark.
///
/// 1. `$…$` and `$$…$$` are TeX. As in Pandoc, no white space follows an opening `$`, and the next `$` is the closing one or
///    there is none: it has no white space before it and no digit behind it. `\$` is a dollar; so are those of a formula
///    in `\text{…}` no ends. Other than in Pandoc, `` ` `` begins code also between dollars.
/// 2. A formula ends with its paragraph, heading or cell of a table, but for a displayed one on lines of its own
///    (`DisplayBlock`). It has none of the markers of quotations and lists that it stands in.
/// 3. `[^name]` refers to the footnote that a line `[^name]: …` defines; its further lines are indented, or lazy ones of
///    a paragraph.
/// 4. A line before a rule such as `|---|--:|` begins a table (`PipeTable`).
/// 5. A list item that begins with `[ ]` or `[x]` is a task.
///
/// Nothing of this is looked for in code, in raw HTML or in link addresses. Everything else is cmark's.
struct ExtendedMarkdown {
    /// What cmark reads: line by line the same as the chapter, but for protected spans, tables and definitions of footnotes.
    let text: String
    let problems: [ChapterProblem]
    private let spans: ProtectedSpans
    private let notes: Footnotes?
    private let tables: PipeTables?

    init(_ markdown: String) {
        guard ["$", "[^", "|", ":-", "-:"].contains(where: markdown.contains) else {
            text = markdown
            problems = []
            spans = ProtectedSpans(avoiding: "")
            notes = nil
            tables = nil
            return
        }
        let chapter = markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let definitions = Footnotes(in: chapter, opaque: MarkdownDocument(markdown).opaqueLines)
        var lines = definitions.remainingLines
        var scanner = SpanScanner(spans: ProtectedSpans(avoiding: markdown), footnotes: definitions)
        scanner.protectDisplays(in: &lines)
        var tables = PipeTables(in: &lines)
        tables.scan(&lines, with: &scanner)
        text = lines.joined(separator: "\n")
        spans = scanner.spans
        notes = scanner.footnotes
        self.tables = tables
        problems = scanner.problems + scanner.footnotes.problems
    }

    /// A text that is no whole chapter, as HTML.
    static func html(of markdown: String, links: inout LinkRewriter) -> String {
        let extended = ExtendedMarkdown(markdown)
        let document = MarkdownDocument(extended.text)
        extended.extend(document, links: &links)
        return extended.completed(document.root.html)
    }

    /// The notes that end the chapter, as HTML; nil where there are none.
    func footnotes(links: inout LinkRewriter) -> String? {
        notes?.html(links: &links)
    }

    /// A heading with its formulas.
    func completed(_ heading: Heading) -> Heading {
        Heading(level: heading.level, html: completed(heading.html), anchor: heading.anchor)
    }

    /// Gives links their addresses, and puts tables and tasks in their places.
    func extend(_ document: MarkdownDocument, links: inout LinkRewriter) {
        spans.restore(in: document.root)
        links.rewrite(document.root)
        tables?.put(into: document, of: text, spans, links: &links)
        for node in document.root.subtree where node.kind == .item { TaskItem(node)?.mark() }
    }

    /// cmark's HTML with the formulas and the references in their places.
    func completed(_ html: String) -> String {
        spans.html(of: html)
    }
}

extension MarkdownDocument {
    /// The lines, counted from zero, that belong to code or to raw HTML.
    var opaqueLines: Set<Int> {
        root.subtree.reduce(into: []) { lines, node in
            switch node.kind {
            case .codeBlock, .htmlBlock: lines.formUnion(node.line - 1...max(node.line, node.endLine) - 1)
            default: break
            }
        }
    }
}
