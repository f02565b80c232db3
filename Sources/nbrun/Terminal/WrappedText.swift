/// Text on as many lines as it takes in a terminal, broken between its pieces alone.
///
///     Epoch 25/25 - loss: 0.1300 - accuracy: 0.9519
///                   val_loss: 0.5309
enum WrappedText {
    /// - Parameters:
    ///   - head: what the first line begins with; the others are indented by as much, or by less where a piece needs it.
    ///   - width: columns; nil where lines may have any length.
    static func lines(_ head: String, _ pieces: [String], separator: String, width: Int?) -> [String] {
        let whole = head + pieces.joined(separator: separator)
        guard let width, whole.columns > width, let first = pieces.first else { return [whole] }
        let widest = pieces.map(\.columns).max() ?? 0
        let indentation = String(repeating: " ", count: max(0, min(head.columns, width - widest)))
        let isAlone = !head.allSatisfy(\.isWhitespace) && head.columns + first.columns > width
        var lines = isAlone ? [head.droppingEnd(separator), indentation + first] : [head + first]
        for piece in pieces.dropFirst() {
            let longer = lines[lines.count - 1] + separator + piece
            if longer.columns <= width { lines[lines.count - 1] = longer } else { lines.append(indentation + piece) }
        }
        return lines
    }

    /// Words behind an indentation.
    static func lines(ofWords text: String, indentation: Int = 4, width: Int?) -> [String] {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        return lines(String(repeating: " ", count: indentation), words, separator: " ", width: width)
    }
}

extension String {
    fileprivate func droppingEnd(_ end: String) -> String {
        hasSuffix(end) ? String(dropLast(end.count)) : self
    }
}
