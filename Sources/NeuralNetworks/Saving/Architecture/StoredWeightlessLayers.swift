internal import JSONCoding

extension Dropout: StorableLayer {
    var arguments: JSON { ["rate": .number(rate)] }

    init(_ stored: StoredArguments) throws(ModelFileError) { self.init(rate: try stored.dropRate("rate")) }
}

extension SpatialDropout2D: StorableLayer {
    var arguments: JSON { ["rate": .number(rate)] }

    init(_ stored: StoredArguments) throws(ModelFileError) { self.init(rate: try stored.dropRate("rate")) }
}

extension GaussianNoise: StorableLayer {
    var arguments: JSON { ["stddev": .number(stddev)] }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        let stddev = try stored.number("stddev")
        guard (0...1).contains(stddev) else { throw stored.invalid("stddev", "a number from 0 to 1") }
        self.init(stddev: stddev)
    }
}

extension StoredArguments {
    /// The part that a dropout drops.
    fileprivate func dropRate(_ name: String) throws(ModelFileError) -> Double {
        let rate = try number(name)
        guard (0..<1).contains(rate) else { throw invalid(name, "a number of at least 0, and below 1") }
        return rate
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
        self.init(targetShape: try stored.integers("targetShape"))
    }
}
