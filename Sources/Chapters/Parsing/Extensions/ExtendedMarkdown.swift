/// Markdown with what notebooks add to CommonMark, made ready for cmark.
///
/// 1. `$…$` and `$$…$$` are TeX. As in Pandoc, no white space follows an opening `$` or precedes the closing one, no digit
///    follows it, and `\$` is a dollar. A formula ends with its paragraph.
/// 2. `[^name]` refers to the footnote that a line `[^name]: …` defines; its further lines are indented.
/// 3. A paragraph whose second line is a rule such as `|---|--:|` is a table. `\|` is a bar in a cell.
/// 4. A list item that begins with `[ ]` or `[x]` is a task.
///
/// Nothing of this is looked for in code, in raw HTML or in link addresses. Everything else is cmark's.
struct ExtendedMarkdown {
    /// What cmark reads: line by line the same as the chapter, but for protected spans and definitions of footnotes.
    let text: String
    let problems: [ChapterProblem]
    private let spans: ProtectedSpans
    private let notes: Footnotes?

    init(_ markdown: String) {
        guard markdown.contains("$") || markdown.contains("[^") || markdown.contains("\\|") else {
            text = markdown
            problems = []
            spans = ProtectedSpans(avoiding: "")
            notes = nil
            return
        }
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let definitions = Footnotes(in: lines, opaque: Self.opaqueLines(of: markdown))
        let rest = definitions.remainingLines
        var scanner = SpanScanner(spans: ProtectedSpans(avoiding: markdown), footnotes: definitions)
        text = scanner.scan(rest, opaque: Self.opaqueLines(of: rest.joined(separator: "\n"))).joined(separator: "\n")
        spans = scanner.spans
        notes = scanner.footnotes
        problems = scanner.problems + scanner.footnotes.problems
    }

    /// The notes that end the chapter, as HTML; nil where there are none.
    func footnotes(links: inout LinkRewriter) -> String? {
        notes?.html(links: &links)
    }

    /// A heading with its formulas.
    func completed(_ heading: Heading) -> Heading {
        Heading(level: heading.level, html: completed(heading.html), anchor: heading.anchor)
    }

    /// Gives links their addresses, and makes tables and tasks of what cmark took for paragraphs.
    func extend(_ document: MarkdownDocument, links: inout LinkRewriter) {
        spans.restore(in: document.root)
        links.rewrite(document)
        for node in document.root.subtree.filter({ $0.kind == .paragraph || $0.kind == .item }) {
            if node.kind == .paragraph { PipeTable(node)?.replace(node) } else { TaskItem(node)?.mark() }
        }
    }

    /// cmark's HTML with the formulas and the references in their places.
    func completed(_ html: String) -> String {
        spans.html(of: html)
    }

    /// The lines, counted from one, that belong to code or to raw HTML.
    private static func opaqueLines(of markdown: String) -> Set<Int> {
        let document = MarkdownDocument(markdown)
        return document.root.subtree.reduce(into: []) { lines, node in
            switch node.kind {
            case .codeBlock, .htmlBlock: lines.formUnion(node.line...max(node.line, node.endLine))
            default: break
            }
        }
    }
}
