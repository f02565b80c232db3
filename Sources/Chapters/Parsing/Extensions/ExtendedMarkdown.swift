/// Markdown with what notebooks add to CommonMark, made ready for cmark.
///
/// 1. `$…$` and `$$…$$` are TeX. As in Pandoc, no white space follows an opening `$`, and the next `$` is the closing one or
///    there is none: it has no white space before it and no digit behind it. `\$` is a dollar; so are those of a formula
///    in `\text{…}` no ends. Other than in Pandoc, `` ` `` begins code also between dollars.
/// 2. A formula ends with its paragraph, heading or cell of a table, but for a displayed one on lines of its own
///    (`DisplayBlock`). It has none of the markers of quotations and lists that it stands in.
/// 3. `[^name]` refers to the footnote that a line `[^name]: …` defines; its further lines are indented, or lazy ones of
///    a paragraph. Notes may refer to notes; cells in them are not run.
/// 4. A line before a rule such as `|---|--:|` begins a table (`PipeTable`).
/// 5. A list item that begins with `[ ]` or `[x]` is a task.
///
/// Nothing of this is looked for in code, in raw HTML or in link addresses. Everything else is cmark's.
struct ExtendedMarkdown {
    /// What cmark reads: line by line the same as the chapter, but for protected spans, tables and definitions of footnotes.
    let text: String
    private(set) var problems: [ChapterProblem]
    private let spans: ProtectedSpans
    private let tables: PipeTables?
    /// The notes that are referred to, in the order of their numbers.
    private var notes: [ExtendedMarkdown] = []

    init(_ markdown: String) {
        let mayHaveNotes = markdown.contains("[^")
        let lines =
            mayHaveNotes ? markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) : []
        var footnotes = Footnotes(in: lines, opaque: mayHaveNotes ? MarkdownDocument(markdown).opaqueLines : [])
        self.init(mayHaveNotes ? footnotes.remainingLines.joined(separator: "\n") : markdown, footnotes: &footnotes)
        // A note may be the first to refer to another one, which then comes behind it.
        while notes.count < footnotes.count {
            notes.append(ExtendedMarkdown(footnotes.markdown(ofNote: notes.count), footnotes: &footnotes))
        }
        problems += footnotes.problems
    }

    /// - Parameter footnotes: what the text may refer to; nothing is defined in it.
    private init(_ markdown: String, footnotes: inout Footnotes) {
        guard ["$", "[^", "|", ":-", "-:"].contains(where: markdown.contains) else {
            text = markdown
            problems = []
            spans = ProtectedSpans(avoiding: "")
            tables = nil
            return
        }
        var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var scanner = SpanScanner(
            spans: ProtectedSpans(avoiding: markdown), footnotes: footnotes, labels: FormulaLabels(in: lines))
        // Held twice, they would be copied at the next reference.
        footnotes = Footnotes(in: [], opaque: [])
        scanner.protectDisplays(in: &lines)
        var tables = PipeTables(in: &lines)
        tables.scan(&lines, with: &scanner)
        text = lines.joined(separator: "\n")
        spans = scanner.spans
        self.tables = tables
        footnotes = scanner.footnotes
        problems = scanner.problems
    }

    /// A text that is no whole chapter, as HTML.
    static func html(of markdown: String, links: inout LinkRewriter) -> String {
        ExtendedMarkdown(markdown).html(links: &links)
    }

    private func html(links: inout LinkRewriter) -> String {
        let document = MarkdownDocument(text)
        extend(document, links: &links)
        return completed(document.root.html)
    }

    /// The notes that end the chapter, as HTML; nil where there are none.
    func footnotes(links: inout LinkRewriter) -> String? {
        notes.isEmpty ? nil : Footnotes.list(notes.map { $0.html(links: &links) })
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
