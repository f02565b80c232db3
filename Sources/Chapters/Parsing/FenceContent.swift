/// What a fence is put around.
enum FenceContent {
    /// The first line, counted from zero, that would begin another fence if this one had ended above it.
    ///
    /// A longer fence, or one of the other mark, shows such lines on purpose.
    static func lineOfOpening(in content: String, of fence: String) -> Int? {
        guard let mark = fence.first, content.contains(fence) else { return nil }
        let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.firstIndex { line in
            let text = line.drop { $0 == " " }
            let rest = text.drop { $0 == mark }
            let info = rest.drop(while: \.isWhitespace)
            // What stands behind a fence begins with a word, or with braces.
            guard line.count - text.count < 4, text.count - rest.count >= fence.count, let first = info.first,
                first.isLetter || first == "{"
            else { return false }
            return !info.contains(mark)
        }
    }
}
