import Testing

@testable import Plots

@Suite struct TickTextTests {
    @Test(arguments: [
        (
            [DecimalNumber(0), DecimalNumber(25, exponent: -2), DecimalNumber(5, exponent: -1)],
            ["0.00", "0.25", "0.50"]
        ),
        ([DecimalNumber(-1), DecimalNumber(0), DecimalNumber(1)], ["−1", "0", "1"]),
        ([DecimalNumber(2024), DecimalNumber(10, exponent: 3)], ["2024", "10,000"]),
        (
            [DecimalNumber(0), DecimalNumber(5, exponent: 8), DecimalNumber(1, exponent: 9)],
            ["0", "0.5×10⁹", "1.0×10⁹"]
        ),
        ([DecimalNumber(-2, exponent: -9), DecimalNumber(4, exponent: -9)], ["−2×10⁻⁹", "4×10⁻⁹"]),
        ([DecimalNumber(1_000_000_001), DecimalNumber(1_000_000_002)], ["1,000,000,001", "1,000,000,002"]),
        ([DecimalNumber(1, exponent: 300), DecimalNumber(2, exponent: 300)], ["1×10³⁰⁰", "2×10³⁰⁰"]),
        ([], []),
    ])
    func `Labels are exact and alike`(numbers: [DecimalNumber], expected: [String]) {
        #expect(TickText.labels(of: numbers) == expected)
    }

    @Test func `A decimal number knows its digits`() {
        #expect(DecimalNumber(1200, exponent: -1) == DecimalNumber(12, exponent: 1))
        #expect(DecimalNumber(312).magnitude == 2)
        #expect(DecimalNumber(5, exponent: -3).text(decimals: 4) == "0.0050")
        #expect(DecimalNumber(3, exponent: -1).value == 0.3)
    }

    @Test func `A decimal number of very many digits has the nearest double`() {
        #expect(DecimalNumber(10_000_000_000_000_005, exponent: -1).value == 1_000_000_000_000_000.5)
        #expect(DecimalNumber(-100_000_000_000_000_125, exponent: -2).value == -1_000_000_000_000_001.25)
    }
}
