/// Gives bars of the same axes their places beside or on top of each other.
enum BarPlaces {
    /// The same marks, their bars placed.
    static func arranged(_ marks: [any Mark], _ arrangement: BarArrangement) -> [any Mark] {
        let count = marks.count { $0 is Bar }
        guard count > 1 else { return marks }
        switch arrangement {
        case .grouped: return grouped(marks, count)
        case .stacked: return stacked(marks)
        }
    }

    private static func grouped(_ marks: [any Mark], _ count: Int) -> [any Mark] {
        var index = 0
        return marks.map { mark in
            guard var bar = mark as? Bar else { return mark }
            bar.slot = (index, count)
            index += 1
            return bar
        }
    }

    /// What is above zero and what is below it grow apart from each other.
    private static func stacked(_ marks: [any Mark]) -> [any Mark] {
        var above: [PlotCoordinate: Double] = [:]
        var below: [PlotCoordinate: Double] = [:]
        return marks.map { mark in
            guard var bar = mark as? Bar else { return mark }
            bar.bases = zip(bar.places, bar.values).map { place, value in
                if value > 0 { return above.base(at: place, addingTop: value) }
                return value < 0 ? below.base(at: place, addingTop: value) : 0
            }
            return bar
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
