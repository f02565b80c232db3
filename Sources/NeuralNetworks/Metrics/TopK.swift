import Display

extension MetricKind {
    /// The part of the samples whose right class is among the k with the largest predictions.
    ///
    ///     model.compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy, metrics: [.topK(3)])
    ///
    /// It is called `sparse_top_k_categorical_accuracy` where targets are class labels, else
    /// `top_k_categorical_accuracy`. Classes that share the last place all are among the k.
    public static func topK(_ k: Int = 5) -> MetricKind {
        demand(k >= 1, "topK: k must be at least 1, but is \(k)")
        return MetricKind(name: "top_k_categorical_accuracy", count: k) { targets in
            let prefix = if case .classes = targets { "sparse_" } else { "" }
            return Share(name: prefix + "top_k_categorical_accuracy") { batch, row in
                let prediction = batch.prediction(row)
                let own = prediction[batch.rightClass(row, targets)]
                return own.isFinite && prediction.count { $0 > own } < k
            }
        }
    }
}
