import Testing

@testable import Tensors

/// Each test has a process of its own: whatever else draws from the session would come between its draws.
@Suite struct SessionGeneratorTests {
    @Test func `the same seed gives the same tensors`() async {
        await #expect(processExitsWith: .success) {
            setRandomSeed(42)
            let first = (
                Tensor(randomUniform: [10]), Tensor(randomNormal: [10]), Tensor(randomIntegers: [10], in: 0..<100)
            )
            setRandomSeed(42)
            let second = (
                Tensor(randomUniform: [10]), Tensor(randomNormal: [10]), Tensor(randomIntegers: [10], in: 0..<100)
            )
            #expect(first.0.floats == second.0.floats)
            #expect(first.1.floats == second.1.floats)
            #expect(first.2.floats == second.2.floats)
            setRandomSeed(43)
            #expect(Tensor(randomUniform: [10]).floats != first.0.floats)
        }
    }

    @Test func `two draws of a session differ`() async {
        await #expect(processExitsWith: .success) {
            #expect(Tensor(randomUniform: [10]).floats != Tensor(randomUniform: [10]).floats)
        }
    }

    @Test func `Swift's own draws can come from the session`() async {
        await #expect(processExitsWith: .success) {
            setRandomSeed(7)
            let first = Int.random(in: 0..<1_000_000, using: &RandomGenerator.session)
            setRandomSeed(7)
            #expect(Int.random(in: 0..<1_000_000, using: &RandomGenerator.session) == first)
        }
    }
}
