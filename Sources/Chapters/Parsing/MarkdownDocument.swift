internal import Ccmark

/// A Markdown text as cmark's tree.
final class MarkdownDocument {
    let root: MarkdownNode

    init(_ text: String) {
        var text = text
        let tree = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, 0) }
        }
        root = MarkdownNode(pointer: tree!)
    }

    deinit {
        cmark_node_free(root.pointer)
    }
}

/// A node of cmark's tree; it lives as long as its document.
struct MarkdownNode {
    fileprivate let pointer: OpaquePointer

    enum Kind {
        case heading(level: Int)
        case codeBlock
        case image
        case link
        case text
        case other
    }

    var kind: Kind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(pointer)))
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_TEXT, CMARK_NODE_CODE: .text
        default: .other
        }
    }

    /// Counted from one.
    var line: Int { Int(cmark_node_get_start_line(pointer)) }
    var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
    var fenceInfo: String { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }

    /// Where a link or an image points.
    var url: String {
        get { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
        nonmutating set { cmark_node_set_url(pointer, newValue) }
    }

    /// The nodes below this one and itself, in the order of the text.
    var subtree: [MarkdownNode] {
        var nodes: [MarkdownNode] = []
        let iterator = cmark_iter_new(pointer)
        defer { cmark_iter_free(iterator) }
        while true {
            switch cmark_iter_next(iterator) {
            case CMARK_EVENT_ENTER: nodes.append(MarkdownNode(pointer: cmark_iter_get_node(iterator)))
            case CMARK_EVENT_DONE: return nodes
            default: break
            }
        }
    }

    /// The text without its markup.
    var plainText: String {
        subtree.reduce(into: "") { text, node in
            if case .text = node.kind { text += node.literal }
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
}
