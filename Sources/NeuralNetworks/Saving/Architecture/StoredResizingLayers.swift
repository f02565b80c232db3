internal import JSONCoding

// Layers that change the height and width of images.

extension ZeroPadding2D: StorableLayer {
    /// The rows at the top and bottom, then the columns on the left and right.
    var arguments: JSON { ["padding": .array(borders.values.map { .integer($0) })] }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        let borders = try stored.integers("padding")
        guard borders.count == 4, borders.allSatisfy({ $0 >= 0 }) else {
            throw stored.invalid("padding", "four whole numbers of at least 0")
        }
        self.init(padding: ((borders[0], borders[1]), (borders[2], borders[3])))
    }
}

extension UpSampling2D: StorableLayer {
    var arguments: JSON { ["size": size.json, "interpolation": .string(interpolation.rawValue)] }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        guard let interpolation = Interpolation(rawValue: try stored.string("interpolation")) else {
            throw stored.invalid("interpolation", "\"nearest\" or \"bilinear\"")
        }
        self.init(size: try stored.pair("size"), interpolation: interpolation)
    }
}
