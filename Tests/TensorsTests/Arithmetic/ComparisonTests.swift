import Testing

@testable import Tensors

@Suite struct ComparisonTests {
    private let x = Tensor([1, 2, 3])

    @Test func `comparing element by element gives a mask`() {
        #expect("\(x .> 2)" == "[False False  True]")
        #expect("\(x .>= 2)" == "[False  True  True]")
        #expect("\(x .< 2)" == "[ True False False]")
        #expect("\(x .<= 2)" == "[ True  True False]")
        #expect("\(x .== Tensor([1.0, 0, 3]))" == "[ True False  True]")
        #expect("\(x .!= 2)" == "[ True False  True]")
        #expect("\(2 .< x) \(1 .== x) \(2 .>= x)" == "[False False  True] [ True False False] [ True  True False]")
        #expect("\(Tensor([.nan, 1]) .<= 1)" == "[False  True]")
        #expect((x .> 1).sum() == 2)
    }

    @Test func `masks are all or partly true`() {
        #expect((x .> 0).isAllTrue)
        #expect(!(x .> 1).isAllTrue)
        #expect((x .> 2).isAnyTrue)
        #expect(!(x .> 3).isAnyTrue)
        #expect(Tensor(zeros: [0]).isAllTrue && !Tensor(zeros: [0]).isAnyTrue)
    }

    @Test func `single numbers compare as numbers do`() {
        #expect(x.mean() > 1.5)
        #expect(x.mean() <= 2)
        #expect(x[0] == 1 && x[0] != 2 && 1 == x[0] && 0.5 < x[0])
        let limit: Float = 2.5
        #expect(x.max() >= limit && x.min() < limit)
        #expect([x[2], x[0]].max() == Tensor(3))
    }

    @Test func `equal tensors have equal shapes and numbers`() {
        #expect(x == Tensor([1.0, 2, 3]))
        #expect(x != Tensor([1, 2]))
        #expect(x != Tensor([[1, 2, 3]]))
        #expect(Tensor([Float.nan]) != Tensor([Float.nan]))
    }

    @Test func `nearly equal numbers`() {
        #expect(Tensor([1.0, 2]).isApproximatelyEqual(to: Tensor([1.000_001, 2])))
        #expect(!Tensor([1.0, 2]).isApproximatelyEqual(to: Tensor([1.001, 2])))
        #expect(Tensor([1.0]).isApproximatelyEqual(to: Tensor([1.05]), relativeTolerance: 0.1))
        #expect(Tensor([Double.infinity]).isApproximatelyEqual(to: Tensor([Double.infinity])))
        #expect(!Tensor([1.0]).isApproximatelyEqual(to: Tensor([Double.infinity])))
        #expect(!Tensor([Double.nan]).isApproximatelyEqual(to: Tensor([Double.nan])))
    }

    @Test func `comparing many numbers as one is misuse`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor([1, 2]) < 3
        }
        #expect(
            result?.errorText
                == "< compares two numbers, but the shapes are (2,) and (); use .< to compare element by element\n")
    }

    @Test func `whole numbers are compared with one beyond their type`() {
        let numbers = Tensor([1, Int(Int32.max)]), bytes = Tensor([1, 255]).asType(.uint8)
        #expect("\(numbers .== 3_000_000_000) \(numbers .!= 3_000_000_000)" == "[False False] [ True  True]")
        #expect("\(numbers .< 2_147_483_648) \(numbers .> 2_147_483_648)" == "[ True  True] [False False]")
        #expect("\(numbers .>= -3_000_000_000) \(-3_000_000_000 .> bytes)" == "[ True  True] [False False]")
        #expect(numbers[0] != 3_000_000_000 && numbers[0] < 3_000_000_000 && !(-3_000_000_000 == numbers[0]))
        #expect("\(Tensor([3e9, 1]) .== 3_000_000_000)" == "[ True False]")
    }
}
