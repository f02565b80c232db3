import Testing

@testable import Tensors

@Suite struct RandomDrawsTests {
    @Test func `uniform numbers are words over 2 to the 24`() {
        var generator = RandomGenerator(seed: 0)
        let words: [UInt32] = [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]
        #expect(generator.uniform([4]).floats == words.map { Float($0 >> 8) / 16_777_216 })
    }

    @Test func `a long draw begins like a short one, on however many threads`() {
        var (short, long) = (RandomGenerator(seed: 5), RandomGenerator(seed: 5))
        let first = short.uniform([1001]).floats
        #expect(Array(long.uniform([3, 100_003]).floats.prefix(1001)) == first)
        var (few, many) = (RandomGenerator(seed: 5), RandomGenerator(seed: 5))
        #expect(Array(many.normal([300_000]).floats.prefix(500)) == few.normal([500]).floats)
    }

    @Test func `a draw in two parts gives what one draw gives`() {
        var (parts, whole) = (RandomGenerator(seed: 5), RandomGenerator(seed: 5))
        let joined = parts.uniform([400]).floats + parts.uniform([77]).floats
        #expect(joined == whole.uniform([477]).floats)
    }

    @Test func `uniform numbers fill their range evenly and stay below its end`() {
        var generator = RandomGenerator(seed: 2)
        let numbers = generator.uniform([1_000_000], in: 1..<2).floats
        #expect(numbers.min()! >= 1)
        #expect(numbers.max()! < 2)
        for tenth in 0..<10 {
            let low = 1 + Float(tenth) / 10
            let count = numbers.count { low..<(low + 0.1) ~= $0 }
            #expect(abs(count - 100_000) < 1_500, "\(count) numbers in the \(tenth)th tenth")
        }
    }

    @Test func `normal numbers have their mean, deviation and tails`() {
        var generator = RandomGenerator(seed: 2)
        let numbers = generator.normal([1_000_000], mean: 10, standardDeviation: 2).floats.map(Double.init)
        let mean = numbers.reduce(0, +) / 1e6
        let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1e6
        #expect(abs(mean - 10) < 0.01)
        #expect(abs(variance - 4) < 0.02)
        for (distance, share) in [(2.0, 0.682_69), (4.0, 0.954_50), (6.0, 0.997_30)] {
            let inside = Double(numbers.count { abs($0 - 10) < distance }) / 1e6
            #expect(abs(inside - share) < 0.0015)
        }
    }

    @Test func `integers take every value of their range alike, negative ones too`() {
        var generator = RandomGenerator(seed: 4)
        let numbers = generator.integers([600_000], in: -3..<3)
        #expect(numbers.elementType == .int32)
        for value in -3..<3 {
            let count = numbers.floats.count { $0 == Float(value) }
            #expect(abs(count - 100_000) < 1_500)
        }
        let wide = generator.integers([1000], in: Int(Int32.min)..<Int(Int32.max)).floats
        #expect(wide.min()! < -1e9 && wide.max()! > 1e9)
    }

    @Test func `a permutation holds every number once, in another order each time`() {
        var generator = RandomGenerator(seed: 4)
        let (first, second) = (generator.permutation(1000), generator.permutation(1000))
        #expect(first.sorted() == Array(0..<1000))
        #expect(second.sorted() == Array(0..<1000))
        #expect(first != second)
        #expect(generator.permutation(0) == [])
    }
}
