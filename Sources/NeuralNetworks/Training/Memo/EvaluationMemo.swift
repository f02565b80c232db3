import Display
import Glibc

/// What an evaluation gave, kept for another run: it, too, is a function of numbers and data alone.
struct EvaluationMemo {
    private let store: TrainingStore
    private let key: TrainingKey

    /// - Returns: nil where nothing is kept: the process has no store, or a part of the model is the author's own code.
    init?(_ graph: Graph, _ compilation: Compilation, _ samples: Samples, batchSize: Int, in store: TrainingStore?) {
        var key = TrainingKey()
        guard let store, EngineBuild.roundsAsUsual, key.add(graph), key.add(compilation.loss, compilation.metrics)
        else { return nil }
        key.add("evaluation", EngineBuild.description)
        key.add("samples", samples, 0..<samples.count)
        key.add("batchSize", batchSize)
        self.store = store
        self.key = key
    }

    /// The metrics that an earlier run has measured, else those that are measured now.
    func metrics(of model: Model, samples: Int, measure: () -> [Metric]) -> [Metric] {
        if let kept = store.evaluation(of: key) {
            reportRestored(
                .evaluation(RestoredEvaluation(model: model.name, samples: samples, time: kept.time)))
            return kept.metrics
        }
        let start = secondsSinceBoot()
        let metrics = measure()
        if secondsSinceBoot() - start >= store.secondsWorthKeeping {
            store.keep(KeptEvaluation(metrics: metrics, time: time(nil)), of: key)
        }
        return metrics
    }
}
