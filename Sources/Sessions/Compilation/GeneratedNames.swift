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

    /// Whether `Cell_` and 32 hexadecimal digits stand at a place, and nothing that would make it a longer name.
    fileprivate func hasModuleName(at place: Int) -> Bool {
        let end = place + 5 + GeneratedNames.digitCount
        guard end <= count, self[(place + 5)..<end].allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else {
            return false
        }
        return (end == count || !self[end].isPartOfName) && (place == 0 || !self[place - 1].isPartOfName)
    }

    /// The text with the author's words for the module's names at these places.
    fileprivate func without(_ places: [Int]) -> [UInt8] {
        var kept: [UInt8] = []
        var start = 0
        for place in places {
            let end = place + 5 + GeneratedNames.digitCount
            let next = end < count ? self[end] : nil
            let quote = UInt8(ascii: "'")
            kept += self[start..<place]
            start = end
            if next == UInt8(ascii: ".") {
                start += 1
            } else if next == UInt8(ascii: "/") {
                // What `#fileID` says: the module and the file.
                kept += self[(end + 1)...].prefix { $0.isPartOfName || $0 == UInt8(ascii: "-") || $0 >= 0x80 }
            } else if next == quote, kept.last == quote {
                kept.removeLast()
                kept += Array("an earlier cell".utf8)
                start += 1
            } else {
                // What `#function` says outside of any function.
                kept += Array("main".utf8)
            }
        }
        return kept + self[start...]
    }
}

extension UInt8 {
    /// Whether the ASCII character can stand in a name.
    fileprivate var isPartOfName: Bool {
        let character = Character(UnicodeScalar(self))
        return self < 0x80 && (character.isLetter || character.isNumber || character == "_")
    }
}
