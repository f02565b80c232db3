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
        if optimizer.json["learningRate"]?.number != nil { return .constant(try optimizer.factor("learningRate")) }
        let stored = try optimizer.part("learningRate")
        switch try stored.string("schedule") {
        case "ExponentialDecay":
            return .scheduled(
                ExponentialDecay(
                    initialLearningRate: try stored.positive("initialLearningRate"),
                    decaySteps: try stored.count("decaySteps", upTo: .max), decayRate: try stored.positive("decayRate"),
                    staircase: try stored.bool("staircase")))
        case "CosineDecay":
            return .scheduled(
                CosineDecay(
                    initialLearningRate: try stored.factor("initialLearningRate"),
                    decaySteps: try stored.count("decaySteps", upTo: .max), alpha: try stored.factor("alpha"),
                    warmupTarget: stored.json["warmupTarget"] == .null ? nil : try stored.positive("warmupTarget"),
                    warmupSteps: try stored.count("warmupSteps", from: 0, upTo: .max)))
        case "PiecewiseConstantDecay": return .scheduled(try piecewise(stored))
        default: throw stored.invalid("schedule", "a schedule's name")
        }
    }

    private static func piecewise(_ stored: StoredArguments) throws(ModelFileError) -> PiecewiseConstantDecay {
        let boundaries = try stored.integers("boundaries", upTo: .max)
        let values = try stored.numbers("values")
        guard zip(boundaries, boundaries.dropFirst()).allSatisfy(<) else {
            throw stored.invalid("boundaries", "whole numbers that increase")
        }
        guard values.count == boundaries.count + 1, values.allSatisfy({ $0 > 0 }) else {
            throw stored.invalid("values", "numbers above 0, one more than boundaries")
        }
        return PiecewiseConstantDecay(boundaries: boundaries, values: values)
    }
}
