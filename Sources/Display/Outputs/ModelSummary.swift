/// The layers of a model with their output shapes and parameter counts.
public struct ModelSummary: Equatable, Sendable {
    /// One layer's row.
    public struct Row: Equatable, Sendable {
        /// The layer's name in the model, such as `conv2d_1`.
        public let name: String
        /// The layer's kind, such as `Conv2D`.
        public let kind: String
        /// The shape of what the layer gives; nil stands for the batch.
        public let outputShape: [Int?]
        public let parameterCount: Int
        /// What the layer reads, such as `conv2d[0][0]`; empty where each layer reads the one above it.
        public let connections: [String]

        public init(
            name: String, kind: String, outputShape: [Int?], parameterCount: Int, connections: [String] = []
        ) {
            self.name = name
            self.kind = kind
            self.outputShape = outputShape
            self.parameterCount = parameterCount
            self.connections = connections
        }
    }

    public let modelName: String
    public let rows: [Row]
    public let trainableCount: Int
    public let nonTrainableCount: Int

    public init(modelName: String, rows: [Row], trainableCount: Int, nonTrainableCount: Int) {
        self.modelName = modelName
        self.rows = rows
        self.trainableCount = trainableCount
        self.nonTrainableCount = nonTrainableCount
    }
}
