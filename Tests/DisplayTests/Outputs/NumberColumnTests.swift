import Testing

@testable import Display

@Suite struct NumberColumnTests {
    private func texts(_ values: [Double], groups: Bool = false) -> String {
        NumberColumn.texts(values, digits: 4, groups: groups).joined(separator: " ")
    }

    @Test func `there are as many digits as tell values apart`() {
        #expect(texts([1000.00001, 1000.00002]) == "1000.00001 1000.00002")
        #expect(texts([0.271943, 0.271944, 0.5]) == "0.271943 0.271944 0.500000")
        #expect(texts([0.271943, 0.5]) == "0.2719 0.5000")
        #expect(texts([123_456.25, 123_456.5]) == "123456.2 123456.5")
        #expect(texts([9_007_199_254_740_992, 9_007_199_254_740_990]) == "9007199254740992 9007199254740990")
        #expect(texts([0.1 + 0.2, 0.3]) == "0.3 0.3")
    }

    @Test func `a column has one format`() {
        #expect(texts([0.5, 0.25, 2]) == "0.50 0.25 2.00")
        #expect(texts([5e9, 2e12]) == "5000000000 2000000000000")
        #expect(texts([1.5, 1e-9]) == "1.5e+00 1.0e-09")
        #expect(texts([1e20, 1]) == "1e+20 1e+00")
        #expect(texts([0.00005, 0.00002]) == "5e-05 2e-05")
        #expect(texts([0.001, 0.00002]) == "0.00100 0.00002")
        #expect(texts([-0.0, -3]) == "0 -3")
    }

    @Test func `thousands are separated from five digits on, in the whole column`() {
        #expect(texts([1990, 2024], groups: true) == "1990 2024")
        #expect(texts([5_000_000_000, 2e12, 7], groups: true) == "5,000,000,000 2,000,000,000,000 7")
        #expect(texts([1990, 45_000], groups: true) == "1,990 45,000")
        #expect(texts([45_000.5, 0.25], groups: true) == "45000.50 0.25")
        #expect(texts([-45_000], groups: true) == "-45,000")
    }

    @Test func `what is no number is named`() {
        #expect(texts([.nan, .infinity, -.infinity, 2.5]) == "nan inf -inf 2.5")
        #expect(texts([.nan]) == "nan" && texts([]) == "")
    }
}
