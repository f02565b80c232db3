internal import JSONCoding

/// Optimizers as they stand in a file.
enum StoredOptimizers {
    /// The arguments that make this optimizer; nil for one that is not of this library.
    static func json(_ optimizer: any Optimizer) -> JSON? {
        guard let own = ownArguments(of: optimizer), let rate = StoredSchedules.json(optimizer._settings.rate) else {
            return nil
        }
        let settings = optimizer._settings
        let common: [JSON.Member] = [
            .init(key: "name", value: .string(optimizer.name)), .init(key: "learningRate", value: rate),
            .init(key: "weightDecay", value: .number(settings.weightDecay)),
            .init(key: "clipping", value: json(settings.clipping)),
        ]
        return .object(common + own)
    }

    private static func ownArguments(of optimizer: any Optimizer) -> [JSON.Member]? {
        switch optimizer {
        case let sgd as SGD:
            [
                .init(key: "momentum", value: .number(sgd.momentum)),
                .init(key: "nesterov", value: .bool(sgd.isNesterov)),
            ]
        case let rmsprop as RMSprop:
            numbers(("rho", rmsprop.rho), ("momentum", rmsprop.momentum), ("epsilon", rmsprop.epsilon))
        case let adam as Adam: numbers(("beta1", adam.beta1), ("beta2", adam.beta2), ("epsilon", adam.epsilon))
        case let adamW as AdamW:
            numbers(("beta1", adamW.adam.beta1), ("beta2", adamW.adam.beta2), ("epsilon", adamW.adam.epsilon))
        case let nadam as Nadam: numbers(("beta1", nadam.beta1), ("beta2", nadam.beta2), ("epsilon", nadam.epsilon))
        case let adagrad as Adagrad:
            numbers(("initialAccumulatorValue", adagrad.initialAccumulatorValue), ("epsilon", adagrad.epsilon))
        default: nil
        }
    }

    private static func numbers(_ arguments: (String, Double)...) -> [JSON.Member] {
        arguments.map { JSON.Member(key: $0, value: .number($1)) }
    }

    private static func json(_ clipping: GradientClipping) -> JSON {
        switch clipping {
        case .none: .null
        case .value(let limit): ["value": .number(limit)]
        case .norm(let limit): ["norm": .number(limit)]
        case .globalNorm(let limit): ["globalNorm": .number(limit)]
        }
    }

    // MARK: Reading

    static func optimizer(_ stored: StoredArguments) throws(ModelFileError) -> any Optimizer {
        let name = try stored.string("name")
        var optimizer = try named(name, stored)
        optimizer._settings = OptimizerSettings(
            rate: try StoredSchedules.rate(stored), clipping: try clipping(stored),
            weightDecay: try stored.factor("weightDecay"))
        return optimizer
    }

    private static func named(_ name: String, _ stored: StoredArguments) throws(ModelFileError) -> any Optimizer {
        switch name {
        case "sgd": return SGD(momentum: try stored.part(ofOne: "momentum"), nesterov: try stored.bool("nesterov"))
        case "rmsprop":
            return RMSprop(
                rho: try stored.part(ofOne: "rho"), momentum: try stored.part(ofOne: "momentum"),
                epsilon: try stored.factor("epsilon"))
        case "adagrad":
            return Adagrad(
                initialAccumulatorValue: try stored.factor("initialAccumulatorValue"),
                epsilon: try stored.factor("epsilon"))
        case "adam", "adamw", "nadam":
            let (beta1, beta2) = (try stored.part(ofOne: "beta1"), try stored.part(ofOne: "beta2"))
            let epsilon = try stored.factor("epsilon")
            if name == "adam" { return Adam(beta1: beta1, beta2: beta2, epsilon: epsilon) }
            if name == "adamw" { return AdamW(beta1: beta1, beta2: beta2, epsilon: epsilon) }
            return Nadam(beta1: beta1, beta2: beta2, epsilon: epsilon)
        default: throw stored.invalid("name", "an optimizer's name")
        }
    }

    private static func clipping(_ stored: StoredArguments) throws(ModelFileError) -> GradientClipping {
        if stored.json["clipping"] == .null { return .none }
        let limit = try stored.part("clipping")
        switch limit.json.object?.first?.key {
        case "value": return .value(try limit.positive("value"))
        case "norm": return .norm(try limit.positive("norm"))
        case "globalNorm": return .globalNorm(try limit.positive("globalNorm"))
        default: throw stored.invalid("clipping", "a limit's name with its number")
        }
    }
}
