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
    var arguments: JSON { .object([]) }
    init(_ stored: StoredArguments) throws(ModelFileError) { self.init() }
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
    var arguments: JSON { ["negativeSlope": .number(negativeSlope)] }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        self.init(negativeSlope: try stored.factor("negativeSlope"))
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
