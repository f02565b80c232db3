internal import JSONCoding

extension GELU: StorableLayer {
    var arguments: JSON { .object([]) }
    init(_ stored: StoredArguments) throws(ModelFileError) { self.init() }
}

extension Sigmoid: StorableLayer {
    var arguments: JSON { .object([]) }
    init(_ stored: StoredArguments) throws(ModelFileError) { self.init() }
}

extension Softmax: StorableLayer {
    var arguments: JSON { ["axis": .integer(axis)] }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        let axis = try stored.integer("axis")
        guard axis != 0 else { throw stored.invalid("axis", "a whole number other than 0") }
        self.init(axis: axis)
    }
}

extension Swish: StorableLayer {
    var arguments: JSON { .object([]) }
    init(_ stored: StoredArguments) throws(ModelFileError) { self.init() }
}

extension Tanh: StorableLayer {
    var arguments: JSON { .object([]) }
    init(_ stored: StoredArguments) throws(ModelFileError) { self.init() }
}

extension ReLU: StorableLayer {
    var arguments: JSON {
        [
            "maxValue": maxValue.map(JSON.number) ?? .null, "negativeSlope": .number(negativeSlope),
            "threshold": .number(threshold),
        ]
    }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        self.init(
            maxValue: stored.json["maxValue"] == .null ? nil : try stored.factor("maxValue"),
            negativeSlope: try stored.factor("negativeSlope"), threshold: try stored.factor("threshold"))
    }
}

extension LeakyReLU: StorableLayer {
    var arguments: JSON { ["negativeSlope": .number(negativeSlope)] }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        self.init(negativeSlope: try stored.factor("negativeSlope"))
    }
}

extension ELU: StorableLayer {
    var arguments: JSON { ["alpha": .number(alpha)] }

    init(_ stored: StoredArguments) throws(ModelFileError) { self.init(alpha: try stored.number("alpha")) }
}
