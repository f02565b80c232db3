/// The upper and the lower edge of an area, as they run on a drawing.
struct AreaEdges {
    typealias Pair = (upper: PlotPoint, lower: PlotPoint)

    private let pairs: [Pair]

    init(_ upper: [PlotPoint], _ lower: [PlotPoint]) {
        pairs = zip(upper, lower).map { (upper: $0, lower: $1) }
    }

    /// The places of both edges. Where an edge goes below a logarithmic axis, it runs along the frame's end from the point
    /// where it meets it.
    func places(in drawing: MarkDrawing) -> [Pair] {
        let clipped = pairs.map { pair -> Pair in
            let ends = drawing.clipped([pair.upper, pair.lower])
            return (ends[0], ends[1])
        }
        guard drawing.y.domain.scale == .log else { return clipped }
        let foot = drawing.y.domain.shown.lowerBound
        return clipped.indices.flatMap { index -> [Pair] in
            guard index > 0 else { return [clipped[0]] }
            let (from, to) = (clipped[index - 1], clipped[index])
            let upper = Self.crossing(pairs[index - 1].upper.y, pairs[index].upper.y, at: foot)
            let lower = Self.crossing(pairs[index - 1].lower.y, pairs[index].lower.y, at: foot)
            let met = [upper, lower].compactMap { $0 }.sorted().map { part -> Pair in
                var pair = (
                    upper: from.upper.mixed(with: to.upper, part), lower: from.lower.mixed(with: to.lower, part)
                )
                if part == upper { pair.upper.y = drawing.y.start }
                if part == lower { pair.lower.y = drawing.y.start }
                return pair
            }
            return met + [clipped[index]]
        }
    }

    /// Which part of the way an edge has gone when it meets the foot, where it goes below zero or comes from there; zero
    /// itself is a foot to stand on.
    private static func crossing(_ from: Double, _ to: Double, at foot: Double) -> Double? {
        guard min(from, to) < 0, max(from, to) > foot else { return nil }
        let part = (foot - from) / (to - from)
        return part > 0 && part < 1 ? part : nil
    }
}

extension PlotPoint {
    fileprivate func mixed(with other: PlotPoint, _ part: Double) -> PlotPoint {
        PlotPoint(x + (other.x - x) * part, y + (other.y - y) * part)
    }
}
