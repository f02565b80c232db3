import Display
import Glibc

/// Equal ranges next to each other, each with its lower end; the last one has its upper end too.
struct Binning {
    /// In increasing order, however near to each other the numbers are.
    let edges: [Double]
    let width: Double

    init(_ values: [Double], count: Int?, range: ClosedRange<Double>?) {
        if let range {
            demand(
                abs(range.lowerBound) <= Extent.largest && abs(range.upperBound) <= Extent.largest,
                "Histogram: range must lie between \(-Extent.largest) and \(Extent.largest), but is \(range)")
        }
        var (low, high) = (range?.lowerBound ?? values.min() ?? 0, range?.upperBound ?? values.max() ?? 1)
        var bins = count ?? 0
        if count == nil, range == nil, Self.areFewWholeNumbers(values, low, high) {
            (low, high) = (low - 0.5, high + 0.5)
            bins = Int(high - low)
        } else if low == high {
            let room = max(0.5, low.ulp * Double(max(bins, Self.mostBins)))
            (low, high) = (low - room, high + room)
        }
        let most = Self.mostBins(from: low, to: high)
        if bins == 0 { bins = min(Self.count(values, span: high - low), most) }
        demand(
            bins <= most,
            "Histogram: between \(low) and \(high) there is room for \(counted(most, "bin")), but \(bins) were asked for"
        )
        let width = (high - low) / Double(bins)
        self.width = width
        edges = (0..<bins).map { low + width * Double($0) } + [high]
    }

    func counts(_ values: [Double]) -> [Int] {
        var counts = Array(repeating: 0, count: edges.count - 1)
        for value in values where value >= edges[0] && value <= edges[edges.count - 1] { counts[bar(of: value)] += 1 }
        return counts
    }

    /// The range that holds a value by its edges; the quotient alone may be one off.
    private func bar(of value: Double) -> Int {
        let last = edges.count - 2
        var bar = min(Int((value - edges[0]) / width), last)
        while value < edges[bar] { bar -= 1 }
        while bar < last, value >= edges[bar + 1] { bar += 1 }
        return bar
    }

    /// Whether half of 1 can be told apart beside each of them.
    private static func areFewWholeNumbers(_ values: [Double], _ low: Double, _ high: Double) -> Bool {
        !values.isEmpty && high - low < 40 && max(abs(low), abs(high)) < 0x1p52
            && values.allSatisfy { $0.rounded() == $0 }
    }

    private static let mostBins = 200

    /// How many ranges have edges that differ: between neighbouring numbers there are no others.
    private static func mostBins(from low: Double, to high: Double) -> Int {
        Int(min((high - low) / max(abs(low), abs(high)).ulp, 1e6))
    }

    private static func count(_ values: [Double], span: Double) -> Int {
        guard values.count > 1 else { return 1 }
        let sturges = log2(Double(values.count)).rounded(.up) + 1
        let sorted = values.sorted()
        let quartiles = sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]
        let freedmanDiaconis = quartiles > 0 ? (span / (2 * quartiles / cbrt(Double(values.count)))).rounded(.up) : 1
        return Int(min(max(sturges, freedmanDiaconis), Double(mostBins)))
    }
}

private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
