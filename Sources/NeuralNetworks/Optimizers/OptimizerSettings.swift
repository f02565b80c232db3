import Display

/// What all optimizers have in common: a rate, limits for gradients, and how fast numbers decay.
public struct OptimizerSettings: Sendable {
    var rate: LearningRate
    let clipping: GradientClipping
    /// Each step takes this part of a number, times the rate, away from it.
    let weightDecay: Double

    /// What is known to be right.
    init(rate: LearningRate, clipping: GradientClipping, weightDecay: Double) {
        self.rate = rate
        self.clipping = clipping
        self.weightDecay = weightDecay
    }

    init(_ rate: LearningRate, weightDecay: Double?, clipping: GradientClipping, optimizer: String) {
        if case .constant(let value) = rate { demandPositive(value, "\(optimizer): learningRate") }
        if let weightDecay { demandNotNegative(weightDecay, "\(optimizer): weightDecay") }
        self.rate = rate
        self.clipping = clipping
        self.weightDecay = weightDecay ?? 0
    }
}

extension OptimizerSettings: CustomStringConvertible {
    /// The rate, and whatever else was given.
    var arguments: (rate: Any, others: String) {
        let rate: Any =
            switch rate {
            case .constant(let value): value
            case .scheduled(let schedule): schedule
            }
        let decay = weightDecay == 0 ? [] : ["weightDecay: \(NumberText.short(weightDecay))"]
        let clips: [String] =
            switch clipping {
            case .none: []
            case .value(let limit): ["clipValue: \(NumberText.short(limit))"]
            case .norm(let limit): ["clipNorm: \(NumberText.short(limit))"]
            case .globalNorm(let limit): ["globalClipNorm: \(NumberText.short(limit))"]
            }
        return (rate, (decay + clips).joined(separator: ", "))
    }

    public var description: String {
        let (rate, others) = arguments
        let text = (rate as? Double).map(NumberText.short) ?? "\(rate)"
        return "learningRate: \(text)\(others.isEmpty ? "" : ", \(others)")"
    }
}

/// The size of a step: the same in each, or one that follows a schedule.
enum LearningRate: Sendable {
    case constant(Double)
    case scheduled(any LearningRateSchedule)

    func value(afterUpdates count: Int) -> Double {
        switch self {
        case .constant(let value): value
        case .scheduled(let schedule): schedule(count)
        }
    }

    /// Another constant in its place; stops the cell where a schedule says what the rate is.
    func replaced(by value: Double, of optimizer: String) -> LearningRate {
        if case .scheduled(let schedule) = self {
            misuse(
                """
                \(optimizer): the learning rate follows \(schedule), so it cannot be set to \(NumberText.short(value)); \
                give the optimizer a number as learningRate
                """)
        }
        demandNotNegative(value, "\(optimizer): learningRate")
        return .constant(value)
    }
}

func demandPositive(_ value: Double, _ argument: String) {
    demand(value > 0 && value.isFinite, "\(argument) must be above 0, but is \(NumberText.short(value))")
}

func demandNotNegative(_ value: Double, _ argument: String) {
    demand(value >= 0 && value.isFinite, "\(argument) must be at least 0, but is \(NumberText.short(value))")
}

func demandDecay(_ value: Double, _ argument: String) {
    demand((0..<1).contains(value), "\(argument) must be in 0..<1, but is \(NumberText.short(value))")
}
