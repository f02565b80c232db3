/// What one call of `fit` went through, an epoch a row.
///
/// It holds no durations, nor what of it was restored: the same fit gives the same log.
public struct TrainingLog: Equatable, Sendable {
    /// One finished epoch.
    public struct Epoch: Equatable, Sendable {
        /// Counted from one.
        public let number: Int
        /// Training metrics first, then those of the validation, as `val_…`.
        public let metrics: [Metric]
        /// What was said of it, such as `Epoch 7: early stopping`.
        public var remarks: [String]

        public init(number: Int, metrics: [Metric], remarks: [String] = []) {
            self.number = number
            self.metrics = metrics
            self.remarks = remarks
        }
    }

    public let modelName: String
    /// How many epochs were asked for.
    public let plannedEpochs: Int
    /// Batches in an epoch.
    public let stepsPerEpoch: Int
    public var epochs: [Epoch]

    public init(modelName: String, plannedEpochs: Int, stepsPerEpoch: Int, epochs: [Epoch] = []) {
        self.modelName = modelName
        self.plannedEpochs = plannedEpochs
        self.stepsPerEpoch = stepsPerEpoch
        self.epochs = epochs
    }
}
