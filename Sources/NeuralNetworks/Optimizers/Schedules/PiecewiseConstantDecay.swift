import Display

/// A rate for each stretch of steps.
///
///     PiecewiseConstantDecay(boundaries: [1000, 2000], values: [0.01, 0.005, 0.001])
///
/// The first value holds up to and with step 1000, counted from zero, the second up to and with step 2000, the last one
/// from there on.
public struct PiecewiseConstantDecay: LearningRateSchedule {
    public let boundaries: [Int]
    public let values: [Double]

    public init(boundaries: [Int], values: [Double]) {
        demand(
            values.count == boundaries.count + 1,
            """
            PiecewiseConstantDecay: there must be one value more than boundaries, but there are \(values.count) values and \
            \(boundaries.count) boundaries
            """)
        demand(
            zip(boundaries, boundaries.dropFirst()).allSatisfy { $0 < $1 },
            "PiecewiseConstantDecay: boundaries must increase, but are \(boundaries)")
        for value in values { demandPositive(value, "PiecewiseConstantDecay: each of values") }
        self.boundaries = boundaries
        self.values = values
    }

    public func callAsFunction(_ step: Int) -> Double {
        values[boundaries.firstIndex { step <= $0 } ?? boundaries.count]
    }
}

func demandSteps(_ count: Int, _ argument: String) {
    demand(count >= 1, "\(argument) must be at least 1, but is \(count)")
}
