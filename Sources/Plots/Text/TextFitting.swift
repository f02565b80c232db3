extension TextStyle {
    /// The text, cut with an ellipsis where it is wider than it may be.
    func fitted(_ text: String, to width: Double) -> String {
        if self.width(of: text) <= width { return text }
        var kept = text
        while !kept.isEmpty, self.width(of: kept + "…") > width { kept.removeLast() }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// The text in lines that are no wider than they may be, broken between words; the last line that is allowed ends
    /// in an ellipsis where there is more.
    func wrapped(_ text: String, to width: Double, lines limit: Int = .max) -> [String] {
        var lines: [String] = []
        var words = text.split(separator: " ").map(String.init)[...]
        while !words.isEmpty {
            if lines.count == limit - 1 { return lines + [fitted(words.joined(separator: " "), to: width)] }
            var line = words.removeFirst()
            while let next = words.first, self.width(of: "\(line) \(next)") <= width {
                line += " \(next)"
                words.removeFirst()
            }
            lines.append(fitted(line, to: width))
        }
        return lines
    }
}
