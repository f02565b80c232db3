import Testing

@testable import NeuralNetworks

@Suite struct MemoryPlannerTests {
    private func region(_ byteCount: Int, _ lifetime: ClosedRange<Int>) -> Region {
        let region = Region(byteCount: byteCount)
        region.touch(at: lifetime.lowerBound)
        region.touch(at: lifetime.upperBound)
        return region
    }

    @Test func `regions that live at the same time never overlap`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<50 {
            let regions = (0..<40).map { _ in
                let start = Int.random(in: 0..<30, using: &generator)
                return region(
                    Int.random(in: 1..<50_000, using: &generator), start...Int.random(in: start..<30, using: &generator)
                )
            }
            let memory = MemoryPlanner.place(regions)
            for (index, first) in regions.enumerated() {
                #expect(first.address >= memory.address)
                #expect(first.address + first.byteCount <= memory.address + memory.byteCount)
                for second in regions[(index + 1)...] where first.lifetime!.overlaps(second.lifetime!) {
                    #expect(
                        first.address + first.byteCount <= second.address
                            || second.address + second.byteCount <= first.address)
                }
            }
        }
    }

    @Test func `regions that live one after another share a place`() {
        let regions = [region(100_000, 0...1), region(100_000, 2...3), region(50_000, 4...5)]
        #expect(MemoryPlanner.place(regions).byteCount == 100_000)
        #expect(Set(regions.map(\.address)).count == 1)
    }
}
