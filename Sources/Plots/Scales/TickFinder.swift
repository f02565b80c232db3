import Glibc

/// Finds the ticks of an axis: as many as there is room for, at round numbers.
struct TickFinder {
    let domain: Domain
    /// How many ticks there should be.
    let target: Double
    /// Whether these ticks can all be read where they would stand.
    var isLegible: ([Tick]) -> Bool = { _ in true }

    func ticks() -> [Tick] {
        switch domain.scale {
        case .linear: linearTicks()
        case .log: logarithmicTicks()
        }
    }

    private func linearTicks() -> [Tick] {
        Self.labelled(shown(numbers))
    }

    /// The numbers at equal steps that suit the data; the outer ones may lie beyond what is shown.
    var numbers: [DecimalNumber] {
        let (low, high) = (domain.data.lowerBound, domain.data.upperBound)
        let wanted = domain.isWhole ? min(target, high - low + 1) : target
        let search = ExtendedWilkinson(
            low: low, high: high, target: max(wanted, 2), isWhole: domain.isWhole,
            isLegible: { isLegible(Self.labelled(shown($0))) })
        return search.ticks()
    }

    private func shown(_ numbers: [DecimalNumber]) -> [DecimalNumber] {
        let (low, high) = (domain.shown.lowerBound, domain.shown.upperBound)
        let slack = domain.scale == .log ? (1e-9 * low, 1e-9 * high) : (1e-9 * (high - low), 1e-9 * (high - low))
        return numbers.filter {
            $0.value >= low - slack.0 && $0.value <= high + slack.1 && abs($0.value) <= Extent.largest
        }
    }

    private static func labelled(_ numbers: [DecimalNumber]) -> [Tick] {
        zip(numbers, TickText.labels(of: numbers)).map { Tick($0.value, $1) }
    }

    /// Powers of ten; within one or two of them also their multiples by 2 and 5; else ticks at equal steps.
    private func logarithmicTicks() -> [Tick] {
        let decades =
            Int(log10(domain.shown.lowerBound).rounded(.down))...Int(log10(domain.shown.upperBound).rounded(.up))
        let powers = shown(decades.map { DecimalNumber(1, exponent: $0) })
        if powers.count > 2 { return thinned(powers) }
        let multiples = shown(decades.flatMap { power in [1, 2, 5].map { DecimalNumber($0, exponent: power) } })
        let ticks = Self.logarithmic(multiples)
        if ticks.count > 2, isLegible(ticks) { return ticks }
        return powers.count == 2 ? thinned(powers) : linearTicks().filter { $0.value > 0 }
    }

    /// The multiples of the powers of ten between the ticks of a logarithmic axis, or the powers that have no label.
    func minorTicks(among ticks: [Tick]) -> [Double] {
        let powers = ticks.map { log10($0.value) }
        guard domain.scale == .log, ticks.count > 1, powers.allSatisfy({ abs($0 - $0.rounded()) < 1e-9 }) else {
            return []
        }
        let steps = zip(powers.dropFirst(), powers).map { Int(($0 - $1).rounded()) }
        let first = Int(log10(domain.shown.lowerBound).rounded(.down))
        let last = Int(log10(domain.shown.upperBound).rounded(.up))
        let factors = steps.max() == 1 ? Array(2...9) : [1]
        let numbers = (first...last).flatMap { power in factors.map { DecimalNumber($0, exponent: power) } }
        return shown(numbers).map(\.value).filter { value in !ticks.contains { $0.value == value } }
    }

    /// Decades from one label to the next.
    private static let strides = [1, 2, 3, 4, 5, 10, 20, 25, 50, 100, 200, 500]

    private func thinned(_ powers: [DecimalNumber]) -> [Tick] {
        for stride in Self.strides where stride <= powers.count {
            let ticks = Self.logarithmic(powers.filter { $0.exponent % stride == 0 })
            if Double(ticks.count) <= max(target, 2) * 1.5, isLegible(ticks) { return ticks }
        }
        return []
    }

    /// Written out where all lie between a thousandth and a thousand; else all as powers of ten.
    private static func logarithmic(_ numbers: [DecimalNumber]) -> [Tick] {
        let arePlain = numbers.allSatisfy { (-3...3).contains($0.magnitude) }
        return numbers.map { Tick($0.value, arePlain ? $0.text(decimals: $0.decimals) : $0.powerLabel) }
    }
}

extension DecimalNumber {
    /// `10⁴`, or `2×10⁴`.
    fileprivate var powerLabel: String {
        let power = TickText.powerOfTen(magnitude)
        return mantissa == 1 ? power : "\(scaled(byPowerOfTen: -magnitude).text(decimals: 0))×\(power)"
    }
}
