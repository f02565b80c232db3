internal import Ccmark

/// A Markdown text as cmark's tree.
struct MarkdownDocument {
    let root: MarkdownNode

    init(_ text: String) {
        var text = text
        let tree = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, 0) }
        }
        root = MarkdownNode(pointer: tree!, tree: MarkdownTree(root: tree!))
    }
}

/// Frees a tree when its last node is let go.
private final class MarkdownTree {
    private let root: OpaquePointer

    init(root: OpaquePointer) {
        self.root = root
    }

    deinit {
        cmark_node_free(root)
    }
}

/// A node of cmark's tree, which lives as long as any of its nodes is held.
struct MarkdownNode {
    private let pointer: OpaquePointer
    private let tree: MarkdownTree?

    fileprivate init(pointer: OpaquePointer, tree: MarkdownTree?) {
        self.pointer = pointer
        self.tree = tree
    }

    enum Kind: Equatable {
        case heading(level: Int)
        case paragraph, quotation, item, codeBlock, htmlBlock
        case image, link, text, code, htmlInline
        /// Soft or hard.
        case lineBreak
        case other
    }

    var kind: Kind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(pointer)))
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_BLOCK_QUOTE: .quotation
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_HTML_INLINE: .htmlInline
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: .lineBreak
        default: .other
        }
    }

    /// Counted from one.
    var line: Int { Int(cmark_node_get_start_line(pointer)) }
    /// Of a block's first byte, counted from one.
    var column: Int { Int(cmark_node_get_start_column(pointer)) }
    /// The last line of a block.
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

    /// Whether the next block of the document, in or around this one's parent, begins in that line.
    func isFollowedByBlock(inLine line: Int) -> Bool {
        var node: OpaquePointer? = pointer
        while let current = node {
            if let next = cmark_node_next(current) { return Int(cmark_node_get_start_line(next)) == line }
            node = cmark_node_parent(current)
        }
        return false
    }

    /// The text of a text, of code or of raw HTML.
    var literal: String {
        get { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
        nonmutating set { cmark_node_set_literal(pointer, newValue) }
    }

    var fenceInfo: String { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }

    /// Where a link or an image points.
    var url: String {
        get { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
        nonmutating set { cmark_node_set_url(pointer, newValue) }
    }

    /// The title of a link or an image.
    var title: String {
        get { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }
        nonmutating set { cmark_node_set_title(pointer, newValue) }
    }

    var children: [MarkdownNode] {
        sequence(first: cmark_node_first_child(pointer), next: { $0.flatMap { cmark_node_next($0) } })
            .lazy.prefix { $0 != nil }.map { MarkdownNode(pointer: $0!, tree: tree) }
    }

    /// The nodes below this one and itself, in the order of the text.
    var subtree: [MarkdownNode] {
        var nodes: [MarkdownNode] = []
        let iterator = cmark_iter_new(pointer)
        defer { cmark_iter_free(iterator) }
        while true {
            switch cmark_iter_next(iterator) {
            case CMARK_EVENT_ENTER: nodes.append(MarkdownNode(pointer: cmark_iter_get_node(iterator), tree: tree))
            case CMARK_EVENT_DONE: return nodes
            default: break
            }
        }
    }

    /// Calls a function with each of these nodes, and whether it is within an image.
    func visit(_ body: (_ node: MarkdownNode, _ isInImage: Bool) -> Void) {
        var images = 0
        walk { node in
            body(node, images > 0)
            if node.kind == .image { images += 1 }
        } exit: { node in
            if node.kind == .image { images -= 1 }
        }
    }

    /// Goes through these nodes in the order of the text; what has no nodes in it is entered only.
    func walk(enter: (MarkdownNode) -> Void, exit: (MarkdownNode) -> Void) {
        let iterator = cmark_iter_new(pointer)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event == CMARK_EVENT_ENTER || event == CMARK_EVENT_EXIT else { return }
            let node = MarkdownNode(pointer: cmark_iter_get_node(iterator), tree: tree)
            if event == CMARK_EVENT_ENTER { enter(node) } else { exit(node) }
        }
    }

    /// The text without its markup.
    var plainText: String {
        subtree.reduce(into: "") { text, node in
            switch node.kind {
            case .text, .code: text += node.literal
            default: break
            }
        }
    }

    /// cmark's HTML of it, the author's raw HTML included.
    var html: String {
        let text = cmark_render_html(pointer, CMARK_OPT_UNSAFE)!
        defer { cmark_get_default_mem_allocator().pointee.free(text) }
        return String(cString: text)
    }

    /// Puts a block of raw HTML in this block's place.
    func replace(withHTML html: String) {
        let block = cmark_node_new(CMARK_NODE_HTML_BLOCK)!
        cmark_node_set_literal(block, html)
        cmark_node_replace(pointer, block)
        cmark_node_free(pointer)
    }

    /// Leaves what is in this piece of text without the piece itself.
    func unwrap() {
        for child in children { cmark_node_insert_before(pointer, child.pointer) }
        cmark_node_unlink(pointer)
        cmark_node_free(pointer)
    }

    /// Puts a piece of raw HTML before this piece of text.
    func insertBefore(html: String) {
        let inline = cmark_node_new(CMARK_NODE_HTML_INLINE)!
        cmark_node_set_literal(inline, html)
        cmark_node_insert_before(pointer, inline)
    }
}

extension MarkdownNode {
    /// A piece of text that is in no document yet.
    init(text: String) {
        self.init(pointer: cmark_node_new(CMARK_NODE_TEXT), tree: nil)
        literal = text
    }

    /// The HTML of pieces of running text, which are taken out of where they were.
    static func inlineHTML(of nodes: [MarkdownNode]) -> String {
        let paragraph = MarkdownNode(pointer: cmark_node_new(CMARK_NODE_PARAGRAPH), tree: nil)
        defer { cmark_node_free(paragraph.pointer) }
        for node in nodes {
            cmark_node_unlink(node.pointer)
            cmark_node_append_child(paragraph.pointer, node.pointer)
        }
        return String(paragraph.html.dropFirst("<p>".count).dropLast("</p>\n".count))
    }
}
