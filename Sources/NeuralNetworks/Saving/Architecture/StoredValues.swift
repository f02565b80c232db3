internal import JSONCoding

// Arguments that are neither numbers nor texts.

extension Pair {
    var json: JSON { [.integer(height), .integer(width)] }
}

extension Padding {
    var json: JSON { .string(rawValue) }
}

extension ActivationFunction {
    fileprivate static let plain: [(name: String, function: ActivationFunction)] = [
        ("linear", .linear), ("relu", .relu), ("sigmoid", .sigmoid), ("tanh", .tanh), ("softmax", .softmax),
        ("gelu", .gelu), ("swish", .swish), ("softplus", .softplus), ("exponential", .exponential),
    ]

    var json: JSON {
        switch self {
        case .elu(let alpha): ["name": "elu", "alpha": .number(alpha)]
        case .leakyReLU(let alpha): ["name": "leaky_relu", "alpha": .number(alpha)]
        case .linear, .relu, .sigmoid, .tanh, .softmax, .gelu, .swish, .softplus, .exponential:
            .string(Self.plain.first { $0.function == self }!.name)
        }
    }
}

extension Initializer {
    fileprivate static let plain: [(name: String, initializer: Initializer)] = [
        ("glorot_uniform", .glorotUniform), ("he_uniform", .heUniform), ("zeros", .zeros), ("ones", .ones),
        ("lecun_uniform", .lecunUniform), ("glorot_normal", .glorotNormal), ("he_normal", .heNormal),
        ("lecun_normal", .lecunNormal),
    ]

    var json: JSON {
        switch self {
        case .randomUniform(let low, let high): ["name": "random_uniform", "from": .number(low), "to": .number(high)]
        case .randomNormal(let mean, let deviation):
            ["name": "random_normal", "mean": .number(mean), "standardDeviation": .number(deviation)]
        case .truncatedNormal(let mean, let deviation):
            ["name": "truncated_normal", "mean": .number(mean), "standardDeviation": .number(deviation)]
        case .constant(let value): ["name": "constant", "value": .number(value)]
        case .glorotUniform, .heUniform, .lecunUniform, .glorotNormal, .heNormal, .lecunNormal, .zeros, .ones:
            .string(Self.plain.first { $0.initializer == self }!.name)
        }
    }
}

extension Regularizer {
    var json: JSON { ["l1": .number(l1), "l2": .number(l2)] }
}

extension StoredArguments {
    /// Height and width.
    func pair(_ name: String, from least: Int = 1) throws(ModelFileError) -> (Int, Int) {
        let sizes = try integers(name)
        guard sizes.count == 2, sizes.allSatisfy((least...Self.largestSize).contains) else {
            throw invalid(name, "two whole numbers from \(least) to \(Self.largestSize)")
        }
        return (sizes[0], sizes[1])
    }

    /// Height and width, or nil where the file says `null`.
    func optionalPair(_ name: String, from least: Int) throws(ModelFileError) -> (Int, Int)? {
        if json[name] == .null { return nil }
        return try pair(name, from: least)
    }

    func padding(_ name: String) throws(ModelFileError) -> Padding {
        guard let padding = Padding(rawValue: try string(name)) else { throw invalid(name, "\"valid\" or \"same\"") }
        return padding
    }

    func activation(_ name: String) throws(ModelFileError) -> ActivationFunction {
        if let plain = ActivationFunction.plain.first(where: { $0.name == json[name]?.string }) {
            return plain.function
        }
        let stored = try part(name)
        switch try stored.string("name") {
        case "elu": return .elu(alpha: try stored.number("alpha"))
        case "leaky_relu": return .leakyReLU(alpha: try stored.number("alpha"))
        default: throw stored.invalid("name", "an activation's name")
        }
    }

    func initializer(_ name: String) throws(ModelFileError) -> Initializer {
        if let plain = Initializer.plain.first(where: { $0.name == json[name]?.string }) { return plain.initializer }
        let stored = try part(name)
        switch try stored.string("name") {
        case "random_uniform":
            let (low, high) = (try stored.number("from"), try stored.number("to"))
            guard low <= high else { throw stored.invalid("to", "at least \(low)") }
            return .randomUniform(from: low, to: high)
        case "random_normal":
            return .randomNormal(
                mean: try stored.number("mean"), standardDeviation: try stored.factor("standardDeviation"))
        case "truncated_normal":
            return .truncatedNormal(
                mean: try stored.number("mean"), standardDeviation: try stored.factor("standardDeviation"))
        case "constant": return .constant(try stored.number("value"))
        default: throw stored.invalid("name", "an initializer's name")
        }
    }

    /// A regularizer, or nil where the file says `null`.
    func regularizer(_ name: String) throws(ModelFileError) -> Regularizer? {
        if json[name] == .null { return nil }
        let stored = try part(name)
        return .l1l2(l1: try stored.factor("l1"), l2: try stored.factor("l2"))
    }
}
