internal import CKernels

/// A source of random numbers that gives the same ones everywhere: Philox4x32-10, whose n-th word is a function of the
/// seed, a stream and n alone.
///
///     var generator = RandomGenerator(seed: 7)
///     let weights = generator.uniform([3, 3], in: -1..<1)
///     let die = Int.random(in: 1...6, using: &generator)
///
/// The three numbers that it consists of are its whole state: keep them, and drawing goes on from there, bit for bit.
public struct RandomGenerator: RandomNumberGenerator, Hashable, Sendable {
    /// Generators of different seeds have nothing in common.
    public let seed: UInt64
    /// Which of the seed's 2⁶⁴ independent sequences this is.
    public let stream: UInt64
    /// How many words of 32 bits have been drawn or passed over.
    public private(set) var position: UInt64

    public init(seed: UInt64, stream: UInt64 = 0, position: UInt64 = 0) {
        self.seed = seed
        self.stream = stream
        self.position = position
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        let isSecondHalf = position % 4 == 1 || position % 4 == 2
        let words = block(isSecondHalf ? position / 4 : position.roundedUpToBlock / 4)
        position = isSecondHalf ? position.roundedUpToBlock : position.roundedUpToBlock + 2
        return isSecondHalf ? UInt64(words.3) << 32 | UInt64(words.2) : UInt64(words.1) << 32 | UInt64(words.0)
    }

    /// A generator of its own, whose seed is drawn from this one.
    public mutating func split() -> RandomGenerator {
        RandomGenerator(seed: next())
    }

    /// The sequence for one purpose, such as the dropout of layer 3; the generator itself stays where it is.
    ///
    ///     let masks = generator.named("dropout", 3)
    public func named(_ purpose: String, _ number: Int = 0) -> RandomGenerator {
        RandomGenerator(seed: seed, stream: StreamNumber.of(purpose, number, within: stream))
    }
}

extension RandomGenerator {
    /// Where `count` blocks' worth of words begin; they are passed over.
    mutating func take(words count: Int) -> nbrun_random_place {
        let start = position.roundedUpToBlock
        position = start + UInt64(count)
        return nbrun_random_place(seed: seed, stream: stream, block: start / 4)
    }

    func block(_ number: UInt64) -> (UInt32, UInt32, UInt32, UInt32) {
        var words: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
        withUnsafeMutableBytes(of: &words) { bytes in
            nbrun_random_block(
                nbrun_random_place(seed: seed, stream: stream, block: number),
                bytes.assumingMemoryBound(to: UInt32.self).baseAddress)
        }
        return words
    }
}

extension UInt64 {
    fileprivate var roundedUpToBlock: UInt64 { (self + 3) / 4 * 4 }
}

/// Numbers for streams that are known by a purpose: FNV-1a over all that names it, then a mix of the bits.
private enum StreamNumber {
    static func of(_ purpose: String, _ number: Int, within stream: UInt64) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let add = { (byte: UInt8) in hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for byte in purpose.utf8 { add(byte) }
        for value in [stream, UInt64(bitPattern: Int64(number))] {
            for shift in 0..<8 { add(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
        }
        hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
        return hash ^ hash >> 31
    }
}
