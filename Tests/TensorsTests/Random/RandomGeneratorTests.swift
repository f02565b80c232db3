import Testing

@testable import Tensors

@Suite struct RandomGeneratorTests {
    /// The known answers that the authors of Philox publish with their Random123 library, for 10 rounds.
    @Test(
        arguments: [
            (seed: 0, stream: 0, block: 0, words: [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8] as [UInt64]),
            (
                seed: .max, stream: .max, block: .max,
                words: [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd] as [UInt64]
            ),
            (
                seed: 0x299f_31d0_a409_3822, stream: 0x0370_7344_1319_8a2e, block: 0x85a3_08d3_243f_6a88,
                words: [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1] as [UInt64]
            ),
        ] as [(seed: UInt64, stream: UInt64, block: UInt64, words: [UInt64])])
    func `blocks are those of the published algorithm`(
        seed: UInt64, stream: UInt64, block: UInt64, words: [UInt64]
    ) {
        let generator = RandomGenerator(seed: seed, stream: stream)
        let found = generator.block(block)
        #expect([found.0, found.1, found.2, found.3].map(UInt64.init) == words)
    }

    @Test func `next takes the words in order`() {
        var generator = RandomGenerator(seed: 0)
        #expect(generator.next() == 0xe169_c58d_6627_e8d5)
        #expect(generator.next() == 0x9b00_dbd8_bc57_ac4c)
        #expect(generator.position == 4)
    }

    @Test func `a generator made of another's three numbers goes on where that one stood`() {
        var generator = RandomGenerator(seed: 3, stream: 9)
        _ = generator.uniform([5])
        _ = generator.next()
        var restored = RandomGenerator(
            seed: generator.seed, stream: generator.stream, position: generator.position)
        #expect(restored.next() == generator.next())
        #expect(restored.normal([7]).floats == generator.normal([7]).floats)
    }

    @Test func `streams are told apart by purpose, number and the stream they come from`() {
        let generator = RandomGenerator(seed: 1)
        let streams = [
            generator, generator.named("dropout"), generator.named("dropout", 1), generator.named("shuffle"),
            generator.named("dropout").named("dropout"),
        ].map(\.stream)
        #expect(Set(streams).count == streams.count)
        #expect(generator.named("dropout", 1) == RandomGenerator(seed: 1).named("dropout", 1))
    }

    @Test func `a split generator shares nothing with its origin`() {
        var generator = RandomGenerator(seed: 1)
        var first = generator.split()
        var second = generator.split()
        #expect(first.seed != second.seed)
        #expect(first.next() != second.next())
    }
}

extension Tensor {
    var floats: [Float] { withFloats { Array($0) } }
}
