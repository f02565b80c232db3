/// A paragraph or a heading, as lines of the chapter without the markers of the quotations and lists that it stands in.
struct TextBlock {
    struct Line {
        /// Counted from zero.
        let number: Int
        /// How many bytes of the line stand before its text.
        let prefixLength: Int
        /// Columns of white space between the markers and the text.
        let indent: Int
        /// Whether a marker is missing that the paragraph's first line has.
        let isLazy: Bool
        private(set) var prefix: String
        let text: String

        fileprivate init(number: Int, cursor: LineCursor, isLazy: Bool) {
            self.number = number
            prefixLength = cursor.contentOffset
            indent = cursor.indent
            self.isLazy = isLazy
            prefix = String(decoding: cursor.bytes[..<prefixLength], as: UTF8.self)
            text = String(decoding: cursor.bytes[prefixLength...], as: UTF8.self)
        }

        /// The same text behind the markers of another line.
        func with(prefixOf other: Line) -> Line {
            var line = self
            line.prefix = other.prefix
            return line
        }
    }

    let lines: [Line]
    /// What the block stands in, from the outermost one on.
    private let containers: [MarkdownContainer]

    var isQuoted: Bool {
        containers.contains { if case .quotation = $0 { true } else { false } }
    }

    /// The text without markers.
    var text: String { lines.map(\.text).joined(separator: "\n") }

    /// The blocks of a chapter in their order.
    static func all(in lines: [String], _ document: MarkdownDocument) -> [TextBlock] {
        var walk = ContainerWalk(lines)
        document.root.walk { node in
            walk.enter(node)
        } exit: { node in
            walk.exit(node)
        }
        return walk.blocks
    }

    /// A line below the block, as a further one of it; nil where the containers of the block end before it.
    func line(_ number: Int, of chapter: [String]) -> Line? {
        guard chapter.indices.contains(number) else { return nil }
        var cursor = LineCursor(chapter[number])
        guard containers.allSatisfy({ $0.take(from: &cursor) }), !cursor.isBlank else { return nil }
        return Line(number: number, cursor: cursor, isLazy: false)
    }

    fileprivate init(lines: [Line], containers: [MarkdownContainer]) {
        self.lines = lines
        self.containers = containers
    }
}

/// Goes through cmark's tree with the containers around each node.
private struct ContainerWalk {
    private struct Open {
        let container: MarkdownContainer
        let line: Int
        /// Behind the container's marker in that line.
        let cursor: LineCursor
    }

    private(set) var blocks: [TextBlock] = []
    private let lines: [String]
    private var open: [Open] = []

    init(_ lines: [String]) {
        self.lines = lines
    }

    mutating func enter(_ node: MarkdownNode) {
        let number = node.line - 1
        switch node.kind {
        case .quotation:
            var cursor = self.cursor(ofLine: number).cursor
            _ = MarkdownContainer.quotation.take(from: &cursor)
            open.append(Open(container: .quotation, line: number, cursor: cursor))
        case .item:
            var cursor = self.cursor(ofLine: number).cursor
            let container = MarkdownContainer.item(firstLine: number, at: &cursor)
            open.append(Open(container: container, line: number, cursor: cursor))
        case .paragraph, .heading:
            blocks.append(block(number...max(number, node.endLine - 1), isHeading: node.kind != .paragraph))
        default: break
        }
    }

    mutating func exit(_ node: MarkdownNode) {
        if node.kind == .quotation || node.kind == .item { open.removeLast() }
    }

    private func block(_ range: ClosedRange<Int>, isHeading: Bool) -> TextBlock {
        let numbers = range.clamped(to: 0...max(0, lines.count - 1))
        let blockLines = numbers.map { number in
            let (cursor, isLazy) = cursor(ofLine: number)
            return TextBlock.Line(number: number, cursor: cursor, isLazy: isLazy)
        }
        // cmark counts the line behind the underline of a heading to it.
        let isUnderlined = blockLines.count > 1 && isHeading
        let isOneMore = isUnderlined && blockLines[blockLines.count - 1].text.wholeMatch(of: /(?:=+|-+)[ \t]*/) == nil
        return TextBlock(lines: isOneMore ? blockLines.dropLast() : blockLines, containers: open.map(\.container))
    }

    /// Behind the markers that a line has of the open containers.
    private func cursor(ofLine number: Int) -> (cursor: LineCursor, isLazy: Bool) {
        if let last = open.last, last.line == number { return (last.cursor, false) }
        // What begins in this line has its cursor; what was open before it is asked.
        let first = open.firstIndex { $0.line >= number } ?? open.count
        var cursor = LineCursor(lines.indices.contains(number) ? lines[number] : "")
        for outer in open[..<first] where !outer.container.take(from: &cursor) { return (cursor, true) }
        return (cursor, false)
    }
}
