import Glibc
import Testing

@testable import Tensors

@Suite struct FunctionTests {
    private let values: [Float] = [0.1, 0.5, 1, 2, 7.25]

    @Test func `functions are those of the C library`() {
        let x = Tensor(values)
        let functions: [((Tensor) -> Tensor, (Float) -> Float)] = [
            (exp, { expf($0) }), (log, { logf($0) }), (log2, { log2f($0) }), (log10, { log10f($0) }),
            (sqrt, { $0.squareRoot() }), (sin, { sinf($0) }), (cos, { cosf($0) }), (tan, { tanf($0) }),
            (tanh, { tanhf($0) }), (sigmoid, { 1 / (1 + expf(-$0)) }),
        ]
        for (function, expected) in functions { #expect(function(x).scalars == values.map(expected)) }
    }

    @Test func `powers`() {
        #expect("\(pow(Tensor([1, 2, 3]), 2))" == "[1. 4. 9.]")
        #expect("\(pow(Tensor([1, 4]), 0.5))" == "[1. 2.]")
        #expect("\(pow(Tensor([2, 3]), Tensor([3, 2])))" == "[8. 9.]")
        #expect("\(pow(2, Tensor([1, 3])))" == "[2. 8.]")
    }

    @Test func `the larger and the smaller`() {
        let x = Tensor([-1, 5])
        #expect("\(maximum(x, Tensor([3, 2])))" == "[3 5]")
        #expect("\(minimum(x, 2)) \(maximum(0, x))" == "[-1  2] [0 5]")
        #expect("\(relu(Tensor([-1.5, 2.5])))" == "[0.  2.5]")
        #expect("\(maximum(Tensor([Float.nan, 1]), Tensor([1, Float.nan])))" == "[nan nan]")
        #expect("\(Tensor([-1, 0.5, 2]).clamped(to: 0...1))" == "[0.  0.5 1. ]")
        #expect("\(Tensor([-1, 5]).clamped(to: 0...3))" == "[0 3]")
    }

    @Test func `rounding follows Swift's rules`() {
        let numbers: [Float] = [-2.5, -1.5, -0.4, 0.5, 1.5, 2.5, 2.6]
        let rules: [FloatingPointRoundingRule] = [
            .toNearestOrAwayFromZero, .toNearestOrEven, .up, .down, .towardZero, .awayFromZero,
        ]
        for rule in rules { #expect(Tensor(numbers).rounded(rule).scalars == numbers.map { $0.rounded(rule) }) }
        #expect(Tensor(numbers).rounded().scalars == numbers.map { $0.rounded(.toNearestOrEven) })
    }
}
