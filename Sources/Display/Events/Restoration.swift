/// What a cell did not compute, since an earlier run has computed just the same.
public enum Restoration: Equatable, Sendable {
    case training(RestoredTraining)
    case evaluation(RestoredEvaluation)
}

/// Epochs of a fit that were not trained.
public struct RestoredTraining: Equatable, Sendable {
    public let model: String
    /// How many there are.
    public let epochs: Int
    /// How many epochs of the fit are left to train.
    public let remaining: Int
    /// When the last of them was trained, in seconds since 1970.
    public let time: Int

    public init(model: String, epochs: Int, remaining: Int, time: Int) {
        self.model = model
        self.epochs = epochs
        self.remaining = remaining
        self.time = time
    }
}

/// An evaluation that was not done.
public struct RestoredEvaluation: Equatable, Sendable {
    public let model: String
    /// How many samples it is of.
    public let samples: Int
    /// When it was done, in seconds since 1970.
    public let time: Int

    public init(model: String, samples: Int, time: Int) {
        self.model = model
        self.samples = samples
        self.time = time
    }
}

extension Restoration: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        switch self {
        case .training(let training):
            writer.write(0 as UInt8)
            writer.write(training.model)
            writer.write(training.epochs)
            writer.write(training.remaining)
            writer.write(training.time)
        case .evaluation(let evaluation):
            writer.write(1 as UInt8)
            writer.write(evaluation.model)
            writer.write(evaluation.samples)
            writer.write(evaluation.time)
        }
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        switch try reader.readByte() {
        case 0:
            self = .training(
                RestoredTraining(
                    model: try reader.read(), epochs: try reader.read(), remaining: try reader.read(),
                    time: try reader.read()))
        case 1:
            self = .evaluation(
                RestoredEvaluation(model: try reader.read(), samples: try reader.read(), time: try reader.read()))
        default: throw reader.corruption
        }
    }
}
