import Glibc

/// Chooses tick values by the extended Wilkinson algorithm of Talbot, Lin and Hanrahan (InfoVis 2010).
///
/// Every sequence of `count` numbers, `skip` · `nice` · 10^`power` apart, gets a score of simplicity (a nice step, and 0
/// among the numbers), coverage (its ends near those of the data), density (about as many as asked for) and legibility.
/// The search goes from simple to odd and stops as soon as nothing that follows can win.
struct ExtendedWilkinson {
    /// The data's smallest and largest number; the second is larger.
    let low: Double
    let high: Double
    /// How many ticks there should be.
    let target: Double
    /// Whether only whole numbers may be ticks.
    var isWhole = false
    /// Whether the labels of these numbers can be read where they would stand.
    var isLegible: ([DecimalNumber]) -> Bool = { _ in true }

    /// Nice steps, the best first, in tenths.
    private static let nice = [10, 50, 20, 25, 40, 30]
    private static let mostSkipped = 12
    private static let largestPower = 307

    /// The best sequence, or nothing where none can be read.
    func ticks() -> [DecimalNumber] {
        guard high > low, high - low <= .greatestFiniteMagnitude else { return [] }
        var best = Best()
        for skip in 1...Self.mostSkipped {
            for (index, nice) in Self.nice.enumerated() {
                let simplest = simplicity(index, skip, hasZero: true)
                if score(simplest, 1, 1) < best.score { return best.numbers }
                searchCounts(nice, index, skip, &best)
            }
        }
        return best.numbers
    }

    /// The distance of doubles as large as the data: ticks at smaller steps would be one place with several names.
    private var smallestStep: Double { max(abs(low), abs(high)).ulp }

    private struct Best {
        var score = -2.0
        var numbers: [DecimalNumber] = []
    }

    private func searchCounts(_ nice: Int, _ index: Int, _ skip: Int, _ best: inout Best) {
        let simplest = simplicity(index, skip, hasZero: true)
        var count = 2
        while score(simplest, 1, bestDensity(count)) >= best.score, count < 1000 {
            let needed = (high - low) / Double(count + 1) / Double(skip * nice) * 10
            var power = Int(log10(needed).rounded(.up))
            while power <= Self.largestPower {
                let step = Double(skip * nice) / 10 * pow(10, Double(power))
                guard step >= smallestStep else {
                    power += 1
                    continue
                }
                let coverage = bestCoverage(span: step * Double(count - 1))
                if score(simplest, coverage, bestDensity(count)) < best.score { break }
                searchStarts(Step(nice, index, skip, power), count, &best)
                power += 1
            }
            count += 1
        }
    }

    private struct Step {
        let nice: Int
        let index: Int
        let skip: Int
        let power: Int

        init(_ nice: Int, _ index: Int, _ skip: Int, _ power: Int) {
            self.nice = nice
            self.index = index
            self.skip = skip
            self.power = power
        }

        /// The number at a multiple of the nice step.
        func number(_ multiple: Int) -> DecimalNumber {
            DecimalNumber(multiple * nice, exponent: power - 1)
        }
    }

    private func searchStarts(_ step: Step, _ count: Int, _ best: inout Best) {
        let unit = Double(step.nice) / 10 * pow(10, Double(step.power))
        let width = unit * Double(step.skip)
        let span = (count - 1) * step.skip
        let first = Int((high / width).rounded(.down)) * step.skip - span
        let last = Int((low / width).rounded(.up)) * step.skip
        guard first <= last, !isWhole || step.number(step.skip).decimals == 0 else { return }
        for start in first...last {
            let hasZero = start % step.skip == 0 && start <= 0 && start + span >= 0
            let ends = (Double(start) * unit, Double(start + span) * unit)
            let score = score(
                simplicity(step.index, step.skip, hasZero: hasZero), coverage(ends), density(count, ends))
            guard score > best.score else { continue }
            let numbers = (0..<count).map { step.number(start + $0 * step.skip) }
            guard !isWhole || numbers[0].decimals == 0, isLegible(numbers) else { continue }
            best = Best(score: score, numbers: numbers)
        }
    }

    private func score(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
        0.25 * simplicity + 0.2 * coverage + 0.5 * density + 0.05
    }

    private func simplicity(_ index: Int, _ skip: Int, hasZero: Bool) -> Double {
        1 - Double(index) / Double(Self.nice.count - 1) - Double(skip) + (hasZero ? 1 : 0)
    }

    /// Lengths are divided before they are squared: the square of a very large or small one is no double any more.
    private func coverage(_ ends: (low: Double, high: Double)) -> Double {
        let range = 0.1 * (high - low)
        let (missedHigh, missedLow) = ((high - ends.high) / range, (low - ends.low) / range)
        return 1 - 0.5 * (missedHigh * missedHigh + missedLow * missedLow)
    }

    private func bestCoverage(span: Double) -> Double {
        guard span > high - low else { return 1 }
        let missed = (span - (high - low)) / 2 / (0.1 * (high - low))
        return 1 - missed * missed
    }

    private func density(_ count: Int, _ ends: (low: Double, high: Double)) -> Double {
        let given = Double(count - 1) / (ends.high - ends.low)
        let wanted = (target - 1) / (max(ends.high, high) - min(ends.low, low))
        return 2 - max(given / wanted, wanted / given)
    }

    private func bestDensity(_ count: Int) -> Double {
        Double(count) >= target ? 2 - Double(count - 1) / (target - 1) : 1
    }
}
