extension Chapter {
    /// Reads a chapter: front matter, prose by cmark, and cells.
    ///
    /// - Parameters:
    ///   - path: how the chapter is named in messages.
    ///   - folder: where the files are that its cells name.
    ///   - replaceLink: gives the address to put in the place of an image's or a link's own, or nil for the usual one: of a
    ///     chapter its report's, of anything else its own.
    /// - Throws: `ChapterError` with everything that is wrong, each with its line.
    public init(
        parsing text: String, path: String, in folder: any ChapterFolder = EmptyChapterFolder(),
        replaceLink: @escaping (ChapterLink) -> String? = { _ in nil }
    ) throws(ChapterError) {
        var parser = ChapterParser(text, path: path, folder: folder)
        let frontMatter = parser.frontMatter()
        let blocks = parser.blocks(replaceLink: replaceLink)
        let diagnostics = parser.problems.map(\.diagnostic)
        self.init(
            path: path, frontMatter: frontMatter, blocks: blocks, lines: parser.text.lines,
            warnings: diagnostics.filter { $0.severity != .error })
        guard warnings.count == diagnostics.count else { throw ChapterError(chapter: self, diagnostics: diagnostics) }
    }
}

/// The work of reading one chapter; it goes on after a problem, to find the others too.
struct ChapterParser {
    let text: ChapterText
    private(set) var problems: [ChapterProblem] = []
    private let path: String
    private let folder: any ChapterFolder

    init(_ text: String, path: String = "", folder: any ChapterFolder = EmptyChapterFolder()) {
        self.text = ChapterText(text)
        self.path = path
        self.folder = folder
        if self.text.frontMatterHasNoEnd { problems.append(.frontMatterWithoutEnd) }
    }

    mutating func frontMatter() -> FrontMatter {
        guard let yaml = text.frontMatter else { return FrontMatter() }
        let (frontMatter, found) = FrontMatter.read(yaml: yaml, firstLine: text.frontMatterLines.startIndex + 2)
        problems += found
        return frontMatter
    }

    /// Cells, and the prose around them.
    ///
    /// cmark renders the whole document with a marker in each cell's place; the pieces between the markers are the
    /// prose. So a cell may stand in a list or a quotation: pieces and cells, put together again, are whole HTML.
    mutating func blocks(replaceLink: @escaping (ChapterLink) -> String?) -> [Block] {
        let markdown = ExtendedMarkdown(text.markdown)
        let document = MarkdownDocument(markdown.text)
        var links = LinkRewriter(replaceLink: replaceLink)
        markdown.extend(document, links: &links)
        let nodes = document.root.subtree
        checkFences(nodes.filter { $0.kind == .codeBlock })
        checkHTML(nodes.filter { $0.kind == .htmlBlock })
        let cellNodes = nodes.filter(\.isCell)
        let cells = cellNodes.enumerated().map { cell(number: $0.offset + 1, node: $0.element) }
        checkLabels(of: cells)
        let headings = numberedHeadings(in: nodes, reserved: cells.map(\.label))
        let marker = unusedMarker()
        for node in cellNodes { node.replace(withHTML: marker) }
        let pieces = document.root.html.split(separator: marker + "\n", omittingEmptySubsequences: false)
        let blocks = woven(
            pieces.map { markdown.completed(String($0)) }, cells, headings.map { $0.map(markdown.completed) })
        let notes = markdown.footnotes(links: &links).map { Block.prose(Prose(html: $0, headings: [])) }
        problems += markdown.problems + links.problems
        return blocks + (notes.map { [$0] } ?? [])
    }

    private mutating func cell(number: Int, node: MarkdownNode) -> Cell {
        let parser = CellParser(literal: node.literal, line: node.line + 1)
        let files = CellFileReader(of: parser, in: folder, beside: path)
        problems += parser.problems + files.problems
        if let line = BracketRun.excess(in: parser.source) { problems.append(.bracketRun(line: parser.line + line)) }
        return Cell(
            number: number, options: parser.options, source: parser.source,
            tokens: SourceHighlighter.tokens(of: parser.source), line: parser.line, content: parser.content,
            lines: lines(of: node), included: files.included, data: files.data)
    }

    /// The lines of a cell with its fences; the closing one may be missing at the end of a list item, a quotation or the
    /// chapter.
    private func lines(of node: MarkdownNode) -> ClosedRange<Int> {
        let last = node.line + node.literal.utf8.count { $0 == UInt8(ascii: "\n") }
        guard node.endLine == last + 1, text.lines.indices.contains(last) else { return node.line...last }
        let rest = text.lines[last].drop { " \t>".contains($0) }
        let isFence = rest.hasPrefix("```") || rest.hasPrefix("~~~")
        return node.line...(isFence && !node.isFollowedByBlock(inLine: last + 1) ? last + 1 : last)
    }

    /// Tells of fences that end too late or with the text around them only, and of those that look like cells but are none.
    private mutating func checkFences(_ blocks: [MarkdownNode]) {
        for block in blocks {
            guard let fence = fence(of: block) else { continue }
            if let problem = FenceInfo(block.fenceInfo).problem(line: block.line) { problems.append(problem) }
            let isClosed = lines(of: block).upperBound > block.line + block.literal.count { $0 == "\n" }
            if let inner = FenceContent.lineOfOpening(in: block.literal, of: fence) {
                problems.append(.fenceInFence(fence, inner: block.line + 1 + inner, line: block.line))
            } else if !isClosed {
                problems.append(.fenceWithoutEnd(fence, line: block.line))
            }
        }
    }

    private mutating func checkHTML(_ blocks: [MarkdownNode]) {
        for block in blocks {
            if let html = UnclosedHTML(block.literal) { problems.append(.htmlWithoutEnd(html, line: block.line)) }
        }
    }

    /// The fence of a code block, such as `~~~~`; nil for one that is indented.
    private func fence(of block: MarkdownNode) -> String? {
        guard text.lines.indices.contains(block.line - 1) else { return nil }
        let opening = String(decoding: text.lines[block.line - 1].utf8.dropFirst(block.column - 1), as: UTF8.self)
        let fence = opening.prefix { $0 == opening.first }
        guard let mark = fence.first, mark == "`" || mark == "~", fence.count >= 3,
            block.literal.prefix(while: { $0 != "\n" }) != opening
        else { return nil }
        return String(fence)
    }

    private mutating func checkLabels(of cells: [Cell]) {
        var lines: [String: Int] = [:]
        for cell in cells {
            if let first = lines[cell.label] {
                problems.append(.duplicateLabel(cell.label, line: cell.line, firstLine: first))
            }
            lines[cell.label] = cell.line
        }
        let parameterCells = cells.filter(\.options.isParameters)
        for cell in parameterCells.dropFirst() {
            problems.append(.duplicateParameters(line: cell.line, firstLine: parameterCells[0].line))
        }
    }

    /// Gives every heading an anchor that neither another heading nor a cell has.
    ///
    /// - Returns: the headings before the first cell, those between it and the second, and so on.
    private func numberedHeadings(in nodes: [MarkdownNode], reserved: [String]) -> [[Heading]] {
        var anchors = HeadingAnchors(reserved: reserved)
        var headings: [[Heading]] = [[]]
        // A heading that is replaced takes the nodes in it with it.
        for node in nodes.filter({ $0.isHeading || $0.isCell }) {
            guard case .heading(let level) = node.kind else {
                headings.append([])
                continue
            }
            let anchor = anchors.next(for: HeadingAnchor.slug(of: node.plainText))
            let inline = node.html.dropFirst("<h1>".count).dropLast("</h1>\n".count)
            node.replace(withHTML: "<h\(level) id=\"\(anchor)\">\(inline)</h\(level)>")
            headings[headings.count - 1].append(Heading(level: level, html: String(inline), anchor: anchor))
        }
        return headings
    }

    private func unusedMarker() -> String {
        var marker = "<!--cell-->"
        while text.markdown.contains(marker) { marker = marker.replacing("cell", with: "cell-cell") }
        return marker
    }

    /// - Parameter headings: those of each piece.
    private func woven(_ pieces: [String], _ cells: [Cell], _ headings: [[Heading]]) -> [Block] {
        var blocks: [Block] = []
        for (index, piece) in pieces.enumerated() {
            if !piece.isEmpty { blocks.append(.prose(Prose(html: piece, headings: headings[index]))) }
            if cells.indices.contains(index) { blocks.append(.cell(cells[index])) }
        }
        return blocks
    }
}

extension MarkdownNode {
    fileprivate var isHeading: Bool {
        if case .heading = kind { true } else { false }
    }

    fileprivate var isCell: Bool { kind == .codeBlock && FenceInfo(fenceInfo).isCell }
}
