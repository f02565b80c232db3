/// The names and words that only generated text has.
enum GeneratedNames {
    /// `Cell_9f….Point` is the author's `Point`, and what Swift says of files is meant of cells.
    ///
    /// Whatever a cell prints goes through here, and it may be megabytes.
    static func removed(from text: String) -> String {
        var text = text
        let bytes = Array(text.utf8)
        let modules = bytes.places(of: "Cell_").filter(bytes.hasModuleName)
        if !modules.isEmpty { text = String(decoding: bytes.without(modules), as: UTF8.self) }
        guard !bytes.places(of: "outside of file").isEmpty else { return text }
        return text.replacing("extension outside of file declaring", with: "extension outside of the cell declaring")
    }

    fileprivate static let digitCount = 32
}

extension Array<UInt8> {
    /// Where a word begins, wherever it stands.
    fileprivate func places(of word: String) -> [Int] {
        let word = Array(word.utf8)
        return withUnsafeBytes { bytes in
            bytes.indices.dropLast(word.count - 1).filter { place in
                bytes[place] == word[0] && bytes[place..<(place + word.count)].elementsEqual(word)
            }
        }
    }

    /// Whether `Cell_` and 32 hexadecimal digits stand at a place, and one character behind them.
    fileprivate func hasModuleName(at place: Int) -> Bool {
        let end = place + 5 + GeneratedNames.digitCount
        return end < count && self[(place + 5)..<end].allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
    }

    /// The text without the module's names at these places, if they are names of something in it or stand in quotes.
    fileprivate func without(_ places: [Int]) -> [UInt8] {
        var kept: [UInt8] = []
        var start = 0
        for place in places {
            let end = place + 5 + GeneratedNames.digitCount
            let quote = UInt8(ascii: "'")
            if self[end] == UInt8(ascii: ".") {
                kept += self[start..<place]
            } else if self[end] == quote, place > 0, self[place - 1] == quote {
                kept += self[start..<(place - 1)] + Array("an earlier cell".utf8)
            } else {
                continue
            }
            start = end + 1
        }
        return kept + self[start...]
    }
}
