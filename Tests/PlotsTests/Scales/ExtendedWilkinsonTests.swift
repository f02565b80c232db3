import Glibc
import Testing

@testable import Plots

@Suite struct ExtendedWilkinsonTests {
    @Test(arguments: [
        // The example of the authors' own R package, `extended(8.1, 14.1, 4)`.
        (8.1, 14.1, 4.0, [8.0, 10, 12, 14]),
        (0, 100, 5, [0, 25, 50, 75, 100]),
        (0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (-98, 18, 5, [-100, -75, -50, -25, 0, 25]),
        (0, 24, 6, [0, 5, 10, 15, 20, 25]),
    ])
    func `Ticks are those of the paper's algorithm`(low: Double, high: Double, target: Double, expected: [Double]) {
        #expect(ExtendedWilkinson(low: low, high: high, target: target).ticks().map(\.value) == expected)
    }

    @Test func `The search that stops early finds what a search through everything finds`() {
        var noise = Noise(11)
        for _ in 0..<40 {
            let low = noise.normal() * pow(10, (noise.uniform() * 8 - 4).rounded())
            let high = low + abs(low) * (0.1 + 3 * noise.uniform())
            let target = 2 + (noise.uniform() * 7).rounded()
            let found = ExtendedWilkinson(low: low, high: high, target: target).ticks().map(\.value)
            let best = ExhaustiveSearch(low: low, high: high, target: target).bestScore
            let score = ExhaustiveSearch(low: low, high: high, target: target).score(of: found)
            #expect(score >= best - 1e-9, "\(low)…\(high), \(target) wanted: \(found)")
        }
    }

    @Test func `Whole numbers have whole steps`() {
        for high in [1.0, 2, 3, 7, 24, 50, 999] {
            let ticks = ExtendedWilkinson(low: 0, high: high, target: min(6, high + 1), isWhole: true).ticks()
            #expect(ticks.count >= 2)
            #expect(ticks.allSatisfy { $0.value.rounded() == $0.value }, "0…\(high): \(ticks.map(\.value))")
        }
    }

    @Test func `Labels that cannot be read are not chosen`() {
        let ticks = ExtendedWilkinson(low: 0, high: 1, target: 6, isLegible: { $0.count <= 3 }).ticks()
        #expect(ticks.map(\.value) == [0, 0.5, 1])
    }
}

/// The scores of the paper, worked out anew, over all sequences within wide bounds.
private struct ExhaustiveSearch {
    let low: Double
    let high: Double
    let target: Double
    private let nice = [1, 5, 2, 2.5, 4, 3]

    var bestScore: Double {
        var best = -Double.infinity
        let magnitude = Int(log10(high - low).rounded())
        for (place, step) in nice.enumerated() {
            for skip in 1...6 {
                for power in magnitude - 3...magnitude + 2 {
                    for count in 2...14 { best = max(best, bestStart(place, step, skip, power, count)) }
                }
            }
        }
        return best
    }

    private func bestStart(_ place: Int, _ step: Double, _ skip: Int, _ power: Int, _ count: Int) -> Double {
        let unit = step * pow(10, Double(power))
        let span = unit * Double(skip * (count - 1))
        guard span < 3 * (high - low), span > 0.2 * (high - low) else { return -.infinity }
        let (first, last) = (Int((low - span) / unit), Int((high + span) / unit))
        return (first...last).map { start in
            let begin = Double(start) * unit
            let hasZero = start % skip == 0 && begin <= 0 && begin + span >= 0
            return score(place, skip, hasZero, begin, begin + span, count)
        }.max() ?? -.infinity
    }

    private func score(
        _ place: Int, _ skip: Int, _ hasZero: Bool, _ first: Double, _ last: Double, _ count: Int
    ) -> Double {
        let simplicity = 1 - Double(place) / 5 - Double(skip) + (hasZero ? 1 : 0)
        let misses = pow(high - last, 2) + pow(low - first, 2)
        let coverage = 1 - 0.5 * misses / pow(0.1 * (high - low), 2)
        let ratio = Double(count - 1) / (last - first) * (max(last, high) - min(first, low)) / (target - 1)
        return 0.25 * simplicity + 0.2 * coverage + 0.5 * (2 - max(ratio, 1 / ratio)) + 0.05
    }

    /// The best score that these ticks have by any step that gives them.
    func score(of ticks: [Double]) -> Double {
        guard ticks.count > 1 else { return -.infinity }
        let distance = ticks[1] - ticks[0]
        var best = -Double.infinity
        for (place, step) in nice.enumerated() {
            for skip in 1...6 {
                let power = log10(distance / step / Double(skip))
                guard abs(power - power.rounded()) < 1e-6 else { continue }
                let start = ticks[0] / distance * Double(skip)
                let isAligned = abs((start / Double(skip)).rounded() * Double(skip) - start) < 1e-6
                let hasZero = isAligned && ticks[0] <= 1e-12 && ticks[ticks.count - 1] >= -1e-12
                best = max(best, score(place, skip, hasZero, ticks[0], ticks[ticks.count - 1], ticks.count))
            }
        }
        return best
    }
}
