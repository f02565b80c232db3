/// Makes inputs that are nearly right: an input of a corpus, changed in a few places.
///
/// A change flips, inserts or removes bytes; removes, doubles or swaps lines; puts in a word of the format, once or very
/// often; or goes on with the end of another input.
package struct Mutator {
    private let corpus: [[UInt8]]
    private let words: [[UInt8]]

    /// - Parameter words: what means something in the format.
    package init(corpus: [[UInt8]], words: [String] = []) {
        self.corpus = corpus
        self.words = words.map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], Array("\u{2028}".utf8)]
    }

    /// The input of a number: the same in every run.
    package func input(_ number: Int) -> [UInt8] {
        var random = SplitMix(seed: UInt64(number))
        var bytes = corpus[random.below(corpus.count)]
        for _ in 0...random.below(6) { mutate(&bytes, &random) }
        return bytes
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        let place = random.below(bytes.count + 1)
        switch random.below(12) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << random.below(8)
        case 1 where place < bytes.count: bytes[place] = UInt8(random.below(256))
        case 2: bytes.insert(UInt8(random.below(256)), at: place)
        case 3: bytes.removeSubrange(place..<min(place + 1 + random.below(8), bytes.count))
        case 4: bytes.removeSubrange(place...)
        case 5: changeLines(&bytes, &random)
        case 6: bytes.insert(contentsOf: repeated(&random), at: place)
        case 7:
            let other = corpus[random.below(corpus.count)]
            bytes = Array(bytes[..<place] + other[random.below(other.count + 1)...])
        default: bytes.insert(contentsOf: words[random.below(words.count)], at: place)
        }
    }

    private func changeLines(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let (one, other) = (random.below(lines.count), random.below(lines.count))
        switch random.below(4) {
        case 0: lines.remove(at: one)
        case 1: lines.insert(lines[one], at: other)
        case 2: lines.swapAt(one, other)
        default: lines.insert(words[random.below(words.count)][...], at: one)
        }
        bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    private func repeated(_ random: inout SplitMix) -> [UInt8] {
        let word = words[random.below(words.count)]
        return Array(repeatElement(word, count: 1 << random.below(9)).joined())
    }
}
