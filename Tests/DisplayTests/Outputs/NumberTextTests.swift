import Testing

@testable import Display

@Suite struct NumberTextTests {
    @Test func metricsAreWrittenAsKerasWritesThem() {
        #expect(NumberText.metric(0.27194) == "0.2719")
        #expect(NumberText.metric(0.00025) == "2.5000e-04")
        #expect(NumberText.metric(0) == "0.0000")
        #expect(NumberText.metric(.nan) == "nan")
        #expect(NumberText.metric(-.infinity) == "-inf")
    }

    @Test func thousandsAreGrouped() {
        #expect(
            [0, 999, 1000, 241_546, 5_240_842, -12_345].map(NumberText.grouped) == [
                "0", "999", "1,000", "241,546", "5,240,842", "-12,345",
            ])
    }
}
