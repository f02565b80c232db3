/// A list item that begins with `[ ]` or `[x]`.
struct TaskItem {
    private let text: MarkdownNode
    private let isDone: Bool

    /// - Returns: nil for any other item.
    init?(_ item: MarkdownNode) {
        guard let paragraph = item.children.first, case .paragraph = paragraph.kind,
            let text = paragraph.children.first, case .text = text.kind
        else { return nil }
        self.text = text
        switch text.literal.prefix(4) {
        case "[ ] ": isDone = false
        case "[x] ", "[X] ": isDone = true
        default: return nil
        }
    }

    /// Puts a box in the brackets' place.
    func mark() {
        text.literal = String(text.literal.dropFirst(3))
        text.insertBefore(html: "<span class=\"task\">\(isDone ? "☑" : "☐")</span>")
    }
}
