/// The span of the numbers on an axis, gathered from everything that is drawn along it.
struct Extent: Equatable {
    private(set) var low = Double.infinity
    private(set) var high = -Double.infinity
    /// The smallest number above zero: where a logarithmic axis can begin.
    private(set) var lowestPositive = Double.infinity
    private var hasData = false
    private var hasFraction = false
    /// Whether shapes with sides, such as bars, are among it: between two different sides there is something to be seen,
    /// however near to each other they are.
    private(set) var hasSides = false
    /// Ends that need no margin beyond them, such as the foot of a bar or the side of an image.
    private var edges: Set<Double> = []

    /// Numbers beyond these have no place: the arithmetic of scales would leave the range of doubles.
    static let largest = 4e307
    static let smallest = 1e-290

    var isEmpty: Bool { low > high }

    /// Whether there is data, all of it whole numbers.
    var isWhole: Bool { hasData && !hasFraction }

    /// Includes a number of the data.
    mutating func include(_ value: Double) {
        guard abs(value) <= Self.largest else { return }
        include(bound: value)
        hasData = true
        if !hasFraction, value.rounded() != value || abs(value) > 1e15 { hasFraction = true }
    }

    /// Includes the end of a shape: a place that is to be seen, but no data.
    mutating func include(bound value: Double) {
        guard abs(value) <= Self.largest else { return }
        low = min(low, value)
        high = max(high, value)
        if value >= Self.smallest { lowestPositive = min(lowestPositive, value) }
    }

    /// Includes the side of a shape that has two.
    mutating func include(side value: Double) {
        include(bound: value)
        hasSides = true
    }

    /// Includes a place at which everything stops.
    mutating func include(edge value: Double) {
        include(bound: value)
        edges.insert(value)
    }

    /// Whether shapes stand on zero, as bars do.
    var hasFoot: Bool { edges.contains(0) }

    func isEdge(_ value: Double) -> Bool {
        edges.contains(value)
    }
}
