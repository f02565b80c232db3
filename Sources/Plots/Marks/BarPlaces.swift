import Glibc

/// Gives bars of the same axes their places beside or on top of each other, all with one step between places.
enum BarPlaces {
    /// The same marks, their bars placed.
    static func arranged(_ marks: [any Mark], in axes: Axes) -> [any Mark] {
        let upright = steps(marks.compactMap { $0 as? Bar }.filter { !$0.isHorizontal }, on: axes.x.scale)
        let lying = steps(marks.compactMap { $0 as? Bar }.filter(\.isHorizontal), on: axes.y.scale)
        let marks = marks.map { mark -> any Mark in
            guard var bar = mark as? Bar else { return mark }
            bar.step = bar.isHorizontal ? lying : upright
            return bar
        }
        switch axes.barArrangement {
        case .grouped: return grouped(marks)
        case .stacked: return stacked(marks)
        }
    }

    /// One step for all: 1 between names, else the smallest between any two places of any of them.
    private static func steps(_ bars: [Bar], on scale: AxisScale) -> BarStep {
        if bars.contains(where: { !$0.x.names.isEmpty }) { return .length(1) }
        return BarStep(among: bars.flatMap(\.numbers), on: scale)
    }

    /// Bars stand beside each other where they share a place; where they share none, each has all of its own.
    private static func grouped(_ marks: [any Mark]) -> [any Mark] {
        let bars = marks.compactMap { $0 as? Bar }
        guard sharePlaces(bars) else { return marks }
        var index = 0
        return marks.map { mark in
            guard var bar = mark as? Bar else { return mark }
            bar.slot = (index, bars.count)
            index += 1
            return bar
        }
    }

    private static func sharePlaces(_ bars: [Bar]) -> Bool {
        let places = bars.flatMap { bar in Set(bar.keys.map { BarKey(isHorizontal: bar.isHorizontal, place: $0) }) }
        return Set(places).count < places.count
    }

    private struct BarKey: Hashable {
        let isHorizontal: Bool
        let place: PlotCoordinate
    }

    /// What is above zero and what is below it grow apart from each other.
    private static func stacked(_ marks: [any Mark]) -> [any Mark] {
        var above: [PlotCoordinate: Double] = [:]
        var below: [PlotCoordinate: Double] = [:]
        return marks.map { mark in
            guard var bar = mark as? Bar else { return mark }
            bar.bases = zip(bar.keys, bar.values).map { place, value in
                if value > 0 { return above.base(at: place, addingTop: value) }
                return value < 0 ? below.base(at: place, addingTop: value) : 0
            }
            return bar
        }
    }
}

/// The distance of neighbouring places of bars, in the units of their axis.
enum BarStep: Equatable {
    case length(Double)
    /// A factor, on a logarithmic axis; here is its logarithm.
    case factor(Double)

    /// The smallest distance between two places; 1, or 10 times, where there is only one.
    init(among places: [Double], on scale: AxisScale) {
        let known = places.filter(scale.holds)
        let sorted = Set(scale == .linear ? known : known.map { log($0) }).sorted()
        // Places that differ in the last digits only, as 0.1 + 0.2 and 0.3 do, are one.
        let least = ((sorted.last ?? 0) - (sorted.first ?? 0)) * 1e-9
        let smallest = zip(sorted.dropFirst(), sorted).lazy.map { $0 - $1 }.filter { $0 > least }.min()
        self = scale == .linear ? .length(smallest ?? 1) : .factor(smallest ?? log(10))
    }

    /// Whether a bar has a place there.
    func holds(_ centre: Double) -> Bool {
        switch self {
        case .length: AxisScale.linear.holds(centre)
        case .factor: AxisScale.log.holds(centre)
        }
    }

    /// So many steps from a place.
    func place(_ steps: Double, from centre: Double) -> Double {
        switch self {
        case .length(let length): min(max(centre + steps * length, -Extent.largest), Extent.largest)
        case .factor(let logarithm):
            exp(min(max(log(centre) + steps * logarithm, log(Extent.smallest)), log(Extent.largest)))
        }
    }
}

extension Bar {
    fileprivate var numbers: [Double] {
        if case .numbers(let numbers) = x { return numbers }
        return []
    }

    /// The places, those that differ in the last digits only as one.
    fileprivate var keys: [PlotCoordinate] {
        places.map { place in
            guard case .number(let number) = place, case .length(let length)? = step, abs(number / length) < 1e12
            else { return place }
            return .number((number / length * 1000).rounded())
        }
    }
}

extension [PlotCoordinate: Double] {
    /// How high the stack at a place is, before one more thing comes on top.
    fileprivate mutating func base(at place: PlotCoordinate, addingTop height: Double) -> Double {
        let base = self[place, default: 0]
        self[place] = base + height
        return base
    }
}
