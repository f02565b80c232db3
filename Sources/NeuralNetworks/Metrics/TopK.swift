import Display

extension MetricKind {
    /// The part of the samples, or of the pixels of images, whose right class is among the k with the largest predictions.
    ///
    ///     model.compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy, metrics: [.topK(3)])
    ///
    /// It is called `sparse_top_k_categorical_accuracy` where targets are class labels, else
    /// `top_k_categorical_accuracy`. Classes that share the last place all are among the k.
    public static func topK(_ k: Int = 5) -> MetricKind {
        demand(k >= 1, "topK: k must be at least 1, but is \(k)")
        return MetricKind(name: "top_k_categorical_accuracy", count: k) { comparison in
            let prefix = if case .classes = comparison.targets { "sparse_" } else { "" }
            let name = prefix + "top_k_categorical_accuracy"
            return Share(name: name, classCount: comparison.classCount) { batch, row in
                let prediction = batch.prediction(row)
                let own = prediction[batch.rightClass(row, comparison.targets)]
                return own.isFinite && prediction.count { $0 > own } < k
            }
        }
    }
}
