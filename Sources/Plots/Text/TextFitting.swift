extension TextStyle {
    /// The text, cut with an ellipsis where it is wider than it may be.
    func fitted(_ text: String, to width: Double) -> String {
        if self.width(of: text) <= width { return text }
        var kept = text
        while !kept.isEmpty, self.width(of: kept + "…") > width { kept.removeLast() }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// The text in lines that are no wider than they may be, broken where the text has a new line, between words, and
    /// within words that are wider by themselves; the last line that is allowed ends in an ellipsis where there is more.
    ///
    ///     TextStyle.label.wrapped("loss of the network", to: 60)   // ["loss of", "the", "network"]
    func wrapped(_ text: String, to width: Double, lines limit: Int = .max) -> [String] {
        let lines = text.split(whereSeparator: \.isNewline).flatMap { self.lines(of: $0, width) }
        guard lines.count > max(limit, 1) else { return lines }
        let rest = lines[(max(limit, 1) - 1)...].joined(separator: " ")
        return lines.prefix(max(limit, 1) - 1) + [cut(rest, to: width)]
    }

    /// With an ellipsis, which a line that was broken needs even where it fits.
    private func cut(_ text: String, to width: Double) -> String {
        let shown = fitted(text, to: width)
        return shown == text ? fitted(text + " ", to: self.width(of: text)) : shown
    }

    private func lines(of paragraph: Substring, _ width: Double) -> [String] {
        if self.width(of: String(paragraph)) <= width { return [String(paragraph)] }
        var lines: [String] = []
        for word in paragraph.split(separator: " ") {
            if let line = lines.last, self.width(of: "\(line) \(word)") <= width {
                lines[lines.count - 1] = "\(line) \(word)"
            } else {
                lines += pieces(of: String(word), width)
            }
        }
        return lines
    }

    /// The word, in several pieces where it is wider than a line.
    private func pieces(of word: String, _ width: Double) -> [String] {
        if self.width(of: word) <= width { return [word] }
        var pieces: [String] = []
        var piece = ""
        for character in word {
            if !piece.isEmpty, self.width(of: piece + String(character)) > width {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        return pieces + [piece]
    }
}

extension TextStyle {
    /// Texts that stand beside each other, cut to a width so that those that differ still do.
    ///
    ///     ["layer with a long name 1", "layer with a long name 2"]   →   ["layer wi…name 1", "layer wi…name 2"]
    func abbreviated(_ texts: [String], to width: Double) -> [String] {
        let different = Set(texts).count
        let ways: [(String) -> String] = [
            { fitted($0, to: width) }, { cutInTheMiddle($0, to: width, kept: 0.5) },
            { cutInTheMiddle($0, to: width, kept: 0) },
        ]
        for way in ways {
            let short = texts.map(way)
            if Set(short).count == different { return short }
        }
        return withoutCommonEnds(texts, to: width)
    }

    /// The beginning and the end of a text; the part of the width that the beginning has is `kept`.
    private func cutInTheMiddle(_ text: String, to width: Double, kept: Double) -> String {
        if self.width(of: text) <= width { return text }
        let room = max(width - self.width(of: "…"), 0)
        var start = text[...]
        while !start.isEmpty, self.width(of: String(start)) > room * kept { start.removeLast() }
        var end = text[...]
        while !end.isEmpty, self.width(of: String(end)) > room - self.width(of: String(start)) { end.removeFirst() }
        return "\(start)…\(end)"
    }

    private func withoutCommonEnds(_ texts: [String], to width: Double) -> [String] {
        let long = texts.filter { self.width(of: $0) > width }
        guard let first = long.first else { return texts }
        let prefix = long.reduce(first) { $0.commonPrefix(with: $1) }.count
        let suffix = long.reduce(String(first.reversed())) { $0.commonPrefix(with: String($1.reversed())) }.count
        return texts.map { text in
            guard self.width(of: text) > width else { return text }
            let end = suffix > 0 ? "…" : ""
            var start = text.prefix(prefix)
            var shown = "…\(text.dropFirst(prefix).dropLast(suffix))\(end)"
            // Some of what stands before tells what it is that differs.
            while let character = start.popLast(), self.width(of: "…\(character)\(shown.dropFirst())") <= width {
                shown = "…\(character)\(shown.dropFirst())"
            }
            return fitted(shown, to: width)
        }
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
