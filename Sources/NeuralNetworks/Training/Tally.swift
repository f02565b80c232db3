import Display
import Tensors

/// Loss and metrics over the batches seen so far, each weighted by its number of samples.
final class Tally {
    private let kinds: [MetricKind]
    private let counts: [any MetricCount]
    private var lossSum = 0.0
    private var sampleCount = 0
    /// The loss of the batch seen last.
    private(set) var lastLoss = 0.0

    /// A tally of predictions of this shape; stops the cell where a metric cannot compare them with such targets.
    init(metrics: [MetricKind], targets: TargetKind, outputShape: Shape) {
        kinds = metrics
        counts = metrics.map { $0.start(Comparison(targets: targets, outputShape: outputShape)) }
    }

    func add(_ batch: LossBatch, lossSum: Double) {
        self.lossSum += lossSum
        sampleCount += batch.rows
        lastLoss = lossSum / Double(batch.rows)
        for count in counts { count.add(batch) }
    }

    /// Whether more of a metric is better; nil for a name that is none of a metric.
    func isBetterLarge(_ name: String) -> Bool? {
        counts.firstIndex { $0.name == name }.map { kinds[$0].isBetterLarge }
    }

    /// The loss first, then the metrics in the author's order.
    var results: [Metric] {
        let loss = Metric(name: "loss", value: lossSum / Double(max(sampleCount, 1)))
        return [loss] + counts.map { Metric(name: $0.name, value: $0.result) }
    }
}
