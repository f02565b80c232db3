internal import JSONCoding

// Layers that read several others.

extension Add: StorableLayer {
    var arguments: JSON { .object([]) }
    init(_ stored: StoredArguments) throws(ModelFileError) { self.init() }
}

extension Average: StorableLayer {
    var arguments: JSON { .object([]) }
    init(_ stored: StoredArguments) throws(ModelFileError) { self.init() }
}

extension Subtract: StorableLayer {
    var arguments: JSON { .object([]) }
    init(_ stored: StoredArguments) throws(ModelFileError) { self.init() }
}

extension Multiply: StorableLayer {
    var arguments: JSON { .object([]) }
    init(_ stored: StoredArguments) throws(ModelFileError) { self.init() }
}

extension Maximum: StorableLayer {
    var arguments: JSON { .object([]) }
    init(_ stored: StoredArguments) throws(ModelFileError) { self.init() }
}

extension Minimum: StorableLayer {
    var arguments: JSON { .object([]) }
    init(_ stored: StoredArguments) throws(ModelFileError) { self.init() }
}

extension Concatenate: StorableLayer {
    var arguments: JSON { ["axis": .integer(axis)] }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        let axis = try stored.integer("axis")
        guard axis != 0 else { throw stored.invalid("axis", "a whole number other than 0") }
        self.init(axis: axis)
    }
}
