import Glibc

/// Equal ranges next to each other, each with its lower end; the last one has its upper end too.
struct Binning {
    let edges: [Double]
    let width: Double

    init(_ values: [Double], count: Int?, range: ClosedRange<Double>?) {
        var (low, high) = (range?.lowerBound ?? values.min() ?? 0, range?.upperBound ?? values.max() ?? 1)
        var bins = count ?? 0
        if count == nil, range == nil, Self.areFewWholeNumbers(values, low, high) {
            (low, high) = (low - 0.5, high + 0.5)
            bins = Int(high - low)
        } else if low == high {
            (low, high) = (low - 0.5, high + 0.5)
        }
        if bins == 0 { bins = Self.count(values, span: high - low) }
        let width = (high - low) / Double(bins)
        self.width = width
        edges = (0...bins).map { low + width * Double($0) }
    }

    func counts(_ values: [Double]) -> [Int] {
        var counts = Array(repeating: 0, count: edges.count - 1)
        let (low, high) = (edges[0], edges[edges.count - 1])
        for value in values where value >= low && value <= high {
            counts[min(Int((value - low) / width), counts.count - 1)] += 1
        }
        return counts
    }

    private static func areFewWholeNumbers(_ values: [Double], _ low: Double, _ high: Double) -> Bool {
        !values.isEmpty && high - low < 40 && values.allSatisfy { $0.rounded() == $0 }
    }

    private static func count(_ values: [Double], span: Double) -> Int {
        guard values.count > 1 else { return 1 }
        let sturges = log2(Double(values.count)).rounded(.up) + 1
        let sorted = values.sorted()
        let quartiles = sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]
        let freedmanDiaconis = quartiles > 0 ? (span / (2 * quartiles / cbrt(Double(values.count)))).rounded(.up) : 1
        return Int(min(max(sturges, freedmanDiaconis), 200))
    }
}
