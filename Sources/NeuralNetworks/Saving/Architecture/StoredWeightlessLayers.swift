internal import JSONCoding

extension Dropout: StorableLayer {
    var arguments: JSON { ["rate": .number(rate)] }

    init(_ stored: StoredArguments) throws(ModelFileError) { self.init(rate: try stored.part(ofOne: "rate")) }
}

extension SpatialDropout2D: StorableLayer {
    var arguments: JSON { ["rate": .number(rate)] }

    init(_ stored: StoredArguments) throws(ModelFileError) { self.init(rate: try stored.part(ofOne: "rate")) }
}

extension GaussianNoise: StorableLayer {
    var arguments: JSON { ["stddev": .number(stddev)] }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        let stddev = try stored.number("stddev")
        guard (0...1).contains(stddev) else { throw stored.invalid("stddev", "a number from 0 to 1") }
        self.init(stddev: stddev)
    }
}

extension Flatten: StorableLayer {
    var arguments: JSON { .object([]) }
    init(_ stored: StoredArguments) throws(ModelFileError) { self.init() }
}

extension MaxPool2D: StorableLayer {
    var arguments: JSON {
        ["poolSize": window.size.json, "strides": window.strides.json, "padding": window.padding.json]
    }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        self.init(
            poolSize: try stored.pair("poolSize"), strides: try stored.pair("strides"),
            padding: try stored.padding("padding"))
    }
}

extension Activation: StorableLayer {
    var arguments: JSON { ["activation": function.json] }

    init(_ stored: StoredArguments) throws(ModelFileError) { self.init(try stored.activation("activation")) }
}

extension GlobalAveragePooling2D: StorableLayer {
    var arguments: JSON { ["keepdims": .bool(keepsDimensions)] }

    init(_ stored: StoredArguments) throws(ModelFileError) { self.init(keepdims: try stored.bool("keepdims")) }
}

extension GlobalMaxPooling2D: StorableLayer {
    var arguments: JSON { ["keepdims": .bool(keepsDimensions)] }

    init(_ stored: StoredArguments) throws(ModelFileError) { self.init(keepdims: try stored.bool("keepdims")) }
}

extension AveragePooling2D: StorableLayer {
    var arguments: JSON {
        ["poolSize": window.size.json, "strides": window.strides.json, "padding": window.padding.json]
    }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        self.init(
            poolSize: try stored.pair("poolSize"), strides: try stored.pair("strides"),
            padding: try stored.padding("padding"))
    }
}

extension Rescaling: StorableLayer {
    var arguments: JSON { ["scale": .number(scale), "offset": .number(offset)] }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        self.init(scale: try stored.number("scale"), offset: try stored.number("offset"))
    }
}

extension Reshape: StorableLayer {
    var arguments: JSON { ["targetShape": .array(targetShape.map { .integer($0) })] }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        let sizes = try stored.integers("targetShape")
        guard sizes.allSatisfy({ $0 == -1 || $0 >= 1 }), sizes.count(where: { $0 == -1 }) <= 1 else {
            throw stored.invalid("targetShape", "sizes of at least 1, or one of -1")
        }
        self.init(targetShape: sizes)
    }
}
