import Glibc

/// The part of the number line that an axis shows.
struct Domain: Equatable {
    let scale: AxisScale
    /// From the first to the last number of the data.
    let data: ClosedRange<Double>
    /// The same with a margin, so that nothing is drawn on the frame.
    let shown: ClosedRange<Double>
    /// Whether only whole numbers mean something on it.
    let isWhole: Bool

    /// A domain with exactly these ends.
    init(limits: ClosedRange<Double>, scale: AxisScale, isWhole: Bool) {
        self.init(scale, limits, limits, isWhole)
    }

    /// The domain that shows what the extent spans, with a margin given as a part of it.
    init(_ extent: Extent, scale: AxisScale, margin: Double) {
        switch scale {
        case .linear: self = Self.linear(extent, margin)
        case .log: self = Self.logarithmic(extent, margin)
        }
    }

    private init(_ scale: AxisScale, _ data: ClosedRange<Double>, _ shown: ClosedRange<Double>, _ isWhole: Bool) {
        self.scale = scale
        self.data = data
        self.shown = shown
        self.isWhole = isWhole
    }

    /// The domain that shows what both show.
    func union(_ other: Domain) -> Domain {
        Domain(scale, data.union(other.data), shown.union(other.shown), isWhole && other.isWhole)
    }

    /// The domain, a little longer where that lets it end at a tick: the reader then sees what its end is.
    func reachingTicks(target: Double) -> Domain {
        guard scale == .linear else { return self }
        let ticks = TickFinder(domain: self, target: target).numbers.map(\.value)
        guard let first = ticks.first, let last = ticks.last else { return self }
        let reach = Self.mostBeyondData * (data.upperBound - data.lowerBound)
        var (low, high) = (shown.lowerBound, shown.upperBound)
        if low < data.lowerBound, first >= data.lowerBound - reach { low = min(low, first) }
        if high > data.upperBound, last <= data.upperBound + reach { high = max(high, last) }
        return Domain(scale, data, low...high, isWhole)
    }

    private static let mostBeyondData = 0.08

    /// Whether these are one number, but for what calculating it in different ways leaves in the last places.
    static func isConstant(_ low: Double, _ high: Double) -> Bool {
        !(high - low >= 4 * max(abs(low), abs(high)).ulp && high - low > Extent.smallest)
    }

    private static func linear(_ extent: Extent, _ margin: Double) -> Domain {
        if extent.isEmpty { return Domain(.linear, 0...1, 0...1, false) }
        let span = extent.high - extent.low
        let isConstant = extent.hasSides ? !(span > Extent.smallest) : isConstant(extent.low, extent.high)
        if isConstant { return constant(extent) }
        let low = extent.isEdge(extent.low) ? extent.low : extent.low - margin * span
        let high = extent.isEdge(extent.high) ? extent.high : extent.high + margin * span
        return Domain(.linear, extent.low...extent.high, low...high, extent.isWhole)
    }

    /// Room above and below a single number.
    private static func constant(_ extent: Extent) -> Domain {
        let value = extent.low / 2 + extent.high / 2
        let room = extent.isWhole && abs(value) < 1e6 || abs(value) < Extent.smallest ? 1 : abs(value) * 0.1
        let range = value - room...value + room
        return Domain(.linear, range, range, extent.isWhole)
    }

    private static func logarithmic(_ extent: Extent, _ margin: Double) -> Domain {
        guard extent.lowestPositive <= extent.high else { return Domain(.log, 1...10, 1...10, false) }
        let (lowest, highest) = (log10(extent.lowestPositive), log10(extent.high))
        if highest - lowest < 1e-9, !extent.hasFoot {
            let range = pow(10, lowest - 0.5)...pow(10, lowest + 0.5)
            return Domain(.log, range, range, false)
        }
        let room = max(margin * (highest - lowest), highest - lowest < 1e-9 ? 0.5 : 0)
        // What stands on zero has no foot here: a part of a decade shows the lowest of it.
        let foot = extent.hasFoot ? (lowest - 0.3).rounded(.down) : lowest - room
        let shown = pow(10, max(foot, lowestPower))...pow(10, min(highest + room, highestPower))
        let low = extent.hasFoot ? shown.lowerBound : extent.lowestPositive
        return Domain(.log, low...extent.high, shown, false)
    }

    /// Beyond these powers of ten nothing has a place on a logarithmic axis.
    private static let lowestPower = -290.0
    private static let highestPower = 307.6
}

extension ClosedRange {
    fileprivate func union(_ other: ClosedRange) -> ClosedRange {
        Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
    }
}
