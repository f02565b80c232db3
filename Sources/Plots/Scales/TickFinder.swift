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
        let slack = 1e-9 * (domain.shown.upperBound - domain.shown.lowerBound)
        return numbers.filter {
            $0.value >= domain.shown.lowerBound - slack && $0.value <= domain.shown.upperBound + slack
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
        let ticks = multiples.map { Tick($0.value, $0.logarithmicLabel) }
        if ticks.count > 2, isLegible(ticks) { return ticks }
        return powers.count == 2 ? thinned(powers) : linearTicks().filter { $0.value > 0 }
    }

    private func thinned(_ powers: [DecimalNumber]) -> [Tick] {
        for stride in 1...max(powers.count, 1) {
            let ticks = powers.filter { $0.exponent % stride == 0 }.map { Tick($0.value, $0.logarithmicLabel) }
            if Double(ticks.count) <= max(target, 2) * 1.5, isLegible(ticks) { return ticks }
        }
        return []
    }
}

extension DecimalNumber {
    /// Written out from a thousandth to a thousand; as a power of ten beyond.
    fileprivate var logarithmicLabel: String {
        if (-3...3).contains(magnitude) { return text(decimals: decimals) }
        let power = TickText.powerOfTen(magnitude)
        return mantissa == 1 ? power : "\(scaled(byPowerOfTen: -magnitude).text(decimals: 0))×\(power)"
    }
}
