import Testing

@testable import Plots

@Suite struct ScaleTests {
    private func extent(_ values: Double...) -> Extent {
        values.reduce(into: Extent()) { $0.include($1) }
    }

    @Test func `A linear scale has a margin, but none beyond an edge`() {
        var extent = extent(5, 10)
        extent.include(edge: 0)
        let domain = Domain(extent, scale: .linear, margin: 0.05)
        #expect(domain.data == 0...10)
        #expect(domain.shown == 0...10.5)
        #expect(Scale(domain: domain, start: 0, end: 105).position(5) == 50)
    }

    @Test func `A logarithmic scale has no place for what is not above zero`() {
        let domain = Domain(extent(-5, 0, 1, 100), scale: .log, margin: 0)
        let scale = Scale(domain: domain, start: 0, end: 10)
        #expect(abs(scale.position(10) - 5) < 1e-12)
        #expect(scale.position(0).isNaN)
        #expect(scale.position(-5).isNaN)
        #expect(scale.clampedPosition(0) == 0)
    }

    @Test func `Constant, empty and hopeless data have a domain around them`() {
        #expect(Domain(extent(10, 10), scale: .linear, margin: 0.05).shown == 9...11)
        #expect(Domain(extent(0.5), scale: .linear, margin: 0.05).shown == 0.45...0.55)
        #expect(Domain(Extent(), scale: .linear, margin: 0.05).shown == 0...1)
        #expect(Domain(extent(-3, -1), scale: .log, margin: 0.05).shown == 1...10)
        #expect(Domain(extent(.nan, .infinity), scale: .linear, margin: 0.05).shown == 0...1)
    }

    @Test(
        arguments: [
            [1_700_000_000_000, 1_700_000_000_010, 1_700_000_000_020], [1, 1 + 1e-12], [1e15, 1e15 + 3],
            [-3e-20, -3e-20 + 1e-33],
            [9_007_199_254_740_992, 9_007_199_254_741_032],
        ] as [[Double]])
    func `Numbers that doubles tell apart have places and ticks of their own`(values: [Double]) {
        let extent = values.reduce(into: Extent()) { $0.include($1) }
        let scale = Scale(domain: Domain(extent, scale: .linear, margin: 0.05), start: 0, end: 100)
        #expect(scale.position(values[0]) < 10 && scale.position(values[values.count - 1]) > 90)
        let ticks = TickFinder(domain: scale.domain, target: 5).ticks()
        #expect(ticks.count > 1 && Set(ticks.map(\.label)).count == ticks.count)
        #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value })
    }

    @Test func `What calculating leaves in the last places is no difference`() {
        #expect(Domain(extent(0.3, 0.1 + 0.2), scale: .linear, margin: 0.05).data.upperBound > 0.32)
    }

    @Test func `A domain ends at a tick that is close`() {
        #expect(Domain(extent(0, 24), scale: .linear, margin: 0.025).reachingTicks(target: 6).shown.upperBound == 25)
        #expect(Domain(limits: 0...24, scale: .linear, isWhole: true).reachingTicks(target: 6).shown == 0...24)
    }

    @Test func `Between labelled decades there are marks for their multiples, and for decades without a label`() {
        func minor(_ low: Double, _ high: Double, target: Double) -> [Double] {
            let finder = TickFinder(domain: Domain(limits: low...high, scale: .log, isWhole: false), target: target)
            return finder.minorTicks(among: finder.ticks())
        }
        #expect(minor(1, 100, target: 3) == [2, 3, 4, 5, 6, 7, 8, 9, 20, 30, 40, 50, 60, 70, 80, 90])
        #expect(minor(1, 1e6, target: 2) == [10, 100, 1e4, 1e5])
        #expect(minor(1, 30, target: 5) == [])
        let linear = TickFinder(domain: Domain(limits: 1...100, scale: .linear, isWhole: false), target: 3)
        #expect(linear.minorTicks(among: linear.ticks()) == [])
    }

    @Test func `The lowest bar of a logarithmic axis can be seen`() {
        var bars = Extent()
        bars.include(edge: 0)
        for height in [3.0, 50, 1000] { bars.include(side: height) }
        #expect(Domain(bars, scale: .log, margin: 0.05).shown.lowerBound == 1)
        var one = Extent()
        one.include(edge: 0)
        one.include(side: 1)
        #expect(Domain(one, scale: .log, margin: 0.05).shown.lowerBound == 0.1)
    }

    @Test func `Labels of a wide logarithmic axis lie on it`() {
        let domain = Domain(extent(2e-5, 3e8), scale: .log, margin: 0.05)
        #expect(TickFinder(domain: domain, target: 6).ticks().allSatisfy { domain.shown.contains($0.value) })
    }

    @Test(arguments: [
        (1.0, 1e6, ["10⁰", "10¹", "10²", "10³", "10⁴", "10⁵", "10⁶"]),
        (1.0, 1000.0, ["1", "10", "100", "1000"]),
        (1.0, 30.0, ["1", "2", "5", "10", "20"]),
        (1e-8, 1e-6, ["10⁻⁸", "10⁻⁷", "10⁻⁶"]),
        (100.0, 140.0, ["100", "110", "120", "130", "140"]),
    ])
    func `Ticks of a logarithmic axis`(low: Double, high: Double, expected: [String]) {
        let domain = Domain(limits: low...high, scale: .log, isWhole: false)
        #expect(TickFinder(domain: domain, target: 6).ticks().map(\.label) == expected)
    }
}
