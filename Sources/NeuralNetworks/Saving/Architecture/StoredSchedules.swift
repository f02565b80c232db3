internal import JSONCoding

/// Learning rates as they stand in a file: a number, or a schedule with its arguments.
enum StoredSchedules {
    /// Nil for a schedule that is not of this library.
    static func json(_ rate: LearningRate) -> JSON? {
        switch rate {
        case .constant(let value): .number(value)
        case .scheduled(let schedule): json(schedule)
        }
    }

    private static func json(_ schedule: any LearningRateSchedule) -> JSON? {
        switch schedule {
        case let decay as ExponentialDecay:
            [
                "schedule": "ExponentialDecay", "initialLearningRate": .number(decay.initialLearningRate),
                "decaySteps": .integer(decay.decaySteps), "decayRate": .number(decay.decayRate),
                "staircase": .bool(decay.staircase),
            ]
        case let decay as CosineDecay:
            [
                "schedule": "CosineDecay", "initialLearningRate": .number(decay.initialLearningRate),
                "decaySteps": .integer(decay.decaySteps), "alpha": .number(decay.alpha),
                "warmupTarget": decay.warmupTarget.map(JSON.number) ?? .null,
                "warmupSteps": .integer(decay.warmupSteps),
            ]
        case let decay as PiecewiseConstantDecay:
            [
                "schedule": "PiecewiseConstantDecay", "boundaries": .array(decay.boundaries.map(JSON.integer)),
                "values": .array(decay.values.map(JSON.number)),
            ]
        default: nil
        }
    }

    static func rate(_ optimizer: StoredArguments) throws(ModelFileError) -> LearningRate {
        if let value = optimizer.json["learningRate"]?.number { return .constant(value) }
        let stored = try optimizer.part("learningRate")
        switch try stored.string("schedule") {
        case "ExponentialDecay":
            return .scheduled(
                ExponentialDecay(
                    initialLearningRate: try stored.number("initialLearningRate"),
                    decaySteps: try stored.integer("decaySteps", upTo: .max), decayRate: try stored.number("decayRate"),
                    staircase: try stored.bool("staircase")))
        case "CosineDecay":
            return .scheduled(
                CosineDecay(
                    initialLearningRate: try stored.number("initialLearningRate"),
                    decaySteps: try stored.integer("decaySteps", upTo: .max), alpha: try stored.number("alpha"),
                    warmupTarget: try stored.optionalNumber("warmupTarget"),
                    warmupSteps: try stored.integer("warmupSteps", upTo: .max)))
        case "PiecewiseConstantDecay":
            return .scheduled(
                PiecewiseConstantDecay(
                    boundaries: try stored.integers("boundaries", upTo: .max), values: try stored.numbers("values")))
        default: throw stored.invalid("schedule", "a schedule's name")
        }
    }
}
