/// A quotation or a list item: what a line of a paragraph must begin with to be within it.
///
/// 1. In a quotation, `>` behind up to three columns, and one column behind it.
/// 2. In an item, as many columns as its own first line has before its text; in that line, the marker itself.
/// 3. A line of a paragraph that has less is lazy: it still belongs to the paragraph.
enum MarkdownContainer {
    case quotation
    case item(firstLine: Int, width: Int)

    /// An item by the line that it begins with.
    ///
    /// - Parameter cursor: behind the markers of what the item stands in; it is moved behind the item's own.
    static func item(firstLine: Int, at cursor: inout LineCursor) -> MarkdownContainer {
        let offset = cursor.indent
        cursor.skip(columns: offset)
        let digits = cursor.bytes[cursor.offset...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        cursor.take(min(digits.count + 1, cursor.bytes.count - cursor.offset))
        // Five columns are one, and an indented block of code.
        let padding = cursor.isBlank || cursor.indent > 4 ? 1 : max(1, cursor.indent)
        cursor.skip(columns: padding)
        return .item(firstLine: firstLine, width: offset + digits.count + 1 + padding)
    }

    /// Takes the container's marker from a line that is not the first one of an item.
    ///
    /// - Returns: false where the line has none.
    func take(from cursor: inout LineCursor) -> Bool {
        switch self {
        case .quotation:
            let indent = cursor.indent
            guard indent < 4, cursor.contentOffset < cursor.bytes.count,
                cursor.bytes[cursor.contentOffset] == UInt8(ascii: ">")
            else { return false }
            cursor.skip(columns: indent)
            cursor.take(1)
            cursor.skip(columns: 1)
        case .item(_, let width):
            guard cursor.indent >= width || cursor.isBlank else { return false }
            cursor.skip(columns: width)
        }
        return true
    }
}
