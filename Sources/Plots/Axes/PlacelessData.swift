/// What of the data has no place in its axes: it is told below the figure, since it cannot be seen.
struct PlacelessData: Equatable {
    /// On a logarithmic axis.
    private var notAboveZero = 0
    private var infinite = 0
    private var tooLarge = 0
    /// Ranges and areas, of which only a part has a place.
    private var cut = 0

    var isEmpty: Bool { self == PlacelessData() }

    /// A sentence for each kind.
    ///
    ///     PlacelessData(…).sentences   // ["2 values are not above zero and have no place on the logarithmic axis."]
    var sentences: [String] {
        let values = { (count: Int) in count == 1 ? "1 value is" : "\(ValueText.short(Double(count))) values are" }
        let haveNoPlace = { (count: Int) in count == 1 ? "has no place" : "have no place" }
        var sentences: [String] = []
        if notAboveZero > 0 {
            sentences.append(
                "\(values(notAboveZero)) not above zero and \(haveNoPlace(notAboveZero)) on the logarithmic axis.")
        }
        if infinite > 0 { sentences.append("\(values(infinite)) infinite and \(haveNoPlace(infinite)).") }
        if tooLarge > 0 {
            sentences.append("\(values(tooLarge)) beyond what an axis can hold and \(haveNoPlace(tooLarge)).")
        }
        if cut == 1 { sentences.append("1 range ends where the axis does: the rest of it has no place.") }
        if cut > 1 { sentences.append("\(cut) ranges end where the axis does: the rest of them has no place.") }
        return sentences
    }

    /// Adds what a layer has.
    mutating func add(_ marks: [SmallMark], x: AxisScale, y: AxisScale) {
        for point in Self.data(of: marks) { add(point, x, y) }
        for mark in marks {
            switch mark {
            case .segments(let segments, _):
                cut += segments.count { Self.isCut($0.from, $0.to, x, y) }
            case .area(let upper, let lower, _):
                let isCut = zip(upper, lower).contains { $1.y != 0 && Self.isCut($0, $1, x, y) }
                cut += isCut ? 1 : 0
            default: break
            }
        }
    }

    /// The points of a layer's data, or else those that it draws.
    private static func data(of marks: [SmallMark]) -> [PlotPoint] {
        var drawn: [PlotPoint] = []
        for mark in marks {
            switch mark {
            case .data(let points, _): return points
            case .line(let points, _), .symbols(let points, _): if drawn.isEmpty { drawn = points }
            default: break
            }
        }
        return drawn
    }

    private mutating func add(_ point: PlotPoint, _ x: AxisScale, _ y: AxisScale) {
        guard !point.x.isNaN, !point.y.isNaN else { return }
        if point.x.isInfinite || point.y.isInfinite {
            infinite += 1
        } else if abs(point.x) > Extent.largest || abs(point.y) > Extent.largest {
            tooLarge += 1
        } else if !x.holds(point.x) || !y.holds(point.y) {
            notAboveZero += 1
        }
    }

    private static func isCut(_ from: PlotPoint, _ to: PlotPoint, _ x: AxisScale, _ y: AxisScale) -> Bool {
        let ends = [from, to]
        if ends.contains(where: { $0.x.isNaN || $0.y.isNaN }) { return false }
        return ends.count { x.holds($0.x) && y.holds($0.y) } == 1
    }
}

extension ResolvedAxes {
    private var placeless: PlacelessData {
        var data = PlacelessData()
        for layer in layers {
            let y = layer.isTwin ? axes.twin?.y.scale ?? .linear : axes.y.scale
            data.add(layer.smallMarks, x: xNames.isEmpty ? axes.x.scale : .linear, y: y)
        }
        return data
    }

    /// What readers must know of what they do not see, in sentences.
    var notes: [String] {
        let marks = axes.marks + (axes.twin?.marks ?? [])
        return placeless.sentences + marks.compactMap { ($0 as? any MarkWithNote)?.note }
    }

    /// What is said instead of marks that show nothing; nil where they show something, or are not there.
    var emptiness: String? {
        guard !layers.isEmpty, !layers.contains(where: { layer in layer.smallMarks.contains { shows($0, layer) } })
        else { return nil }
        return placeless.isEmpty ? "no data" : "nothing has a place here"
    }

    private func shows(_ mark: SmallMark, _ layer: Layer) -> Bool {
        let x = xNames.isEmpty ? axes.x.scale : .linear
        let y = layer.isTwin ? axes.twin?.y.scale ?? .linear : yNames.isEmpty ? axes.y.scale : .linear
        let hasPlace = { (point: PlotPoint) in x.holds(point.x) && y.holds(point.y) }
        switch mark {
        case .line(let points, _), .symbols(let points, _): return points.contains(where: hasPlace)
        case .area(let upper, let lower, _): return (upper + lower).contains(where: hasPlace)
        case .rectangles(let rectangles, _):
            return rectangles.contains { hasPlace($0.from) || hasPlace($0.to) }
        case .segments(let segments, _): return segments.contains { hasPlace($0.from) || hasPlace($0.to) }
        case .rule, .text, .picture: return true
        case .data, .bounds: return false
        }
    }
}

/// A mark that knows of something in its data that is not drawn.
protocol MarkWithNote {
    var note: String? { get }
}
