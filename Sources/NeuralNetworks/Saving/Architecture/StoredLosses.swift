internal import JSONCoding

/// Losses as they stand in a file.
enum StoredLosses {
    /// The arguments that make this loss; nil for one that is not of this library.
    static func json(_ loss: any Loss) -> JSON? {
        switch loss {
        case let loss as SparseCategoricalCrossentropy:
            ["name": .string(loss.name), "fromLogits": .bool(loss.fromLogits)]
        case let loss as CategoricalCrossentropy:
            [
                "name": .string(loss.name), "fromLogits": .bool(loss.fromLogits),
                "labelSmoothing": .number(loss.labelSmoothing),
            ]
        case let loss as BinaryCrossentropy:
            [
                "name": .string(loss.name), "fromLogits": .bool(loss.fromLogits),
                "labelSmoothing": .number(loss.labelSmoothing),
            ]
        case let loss as Huber: ["name": .string(loss.name), "delta": .number(loss.delta)]
        case is MeanSquaredError, is MeanAbsoluteError: ["name": .string(loss.name)]
        default: nil
        }
    }

    static func loss(_ stored: StoredArguments) throws(ModelFileError) -> any Loss {
        switch try stored.string("name") {
        case "sparse_categorical_crossentropy":
            return SparseCategoricalCrossentropy(fromLogits: try stored.bool("fromLogits"))
        case "categorical_crossentropy":
            return CategoricalCrossentropy(
                fromLogits: try stored.bool("fromLogits"), labelSmoothing: try stored.smoothing("labelSmoothing"))
        case "binary_crossentropy":
            return BinaryCrossentropy(
                fromLogits: try stored.bool("fromLogits"), labelSmoothing: try stored.smoothing("labelSmoothing"))
        case "huber_loss": return Huber(delta: try stored.positive("delta"))
        case "mean_squared_error": return MeanSquaredError()
        case "mean_absolute_error": return MeanAbsoluteError()
        default: throw stored.invalid("name", "a loss's name")
        }
    }
}

extension StoredArguments {
    /// How much of a label is spread over all classes.
    fileprivate func smoothing(_ name: String) throws(ModelFileError) -> Double {
        let smoothing = try number(name)
        guard smoothing <= 1, smoothing >= 0 else { throw invalid(name, "a number from 0 to 1") }
        return smoothing
    }
}
